import { ACTIVITY_CATEGORIES } from '../../../shared/domain/codes.ts';
import { felonyReaders, saveFelonyReaders } from '../../services/felony-readers.ts';
import { readFelony, recordFelony } from '../../services/recertification/felony.ts';
import { changeLine, type LineChange, listPoints, saveForm } from '../../services/recertification/form.ts';
import { applicationView } from '../../services/recertification/view.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { calendarDate, dateOrNone, idOf, needText } from './money-options.ts';
import { applicationOf, shown } from './recert.ts';

/** `recert form APPLICATION …`: what is not named stays as it is. */
export async function form(call: Call): Promise<CommandResult> {
  const application = applicationOf(call);
  return shown(
    await withOffice(call, async (office) => {
      const { attestedOn, eligibleBy, eligibleCheckedOn } = await applicationView(office, application);
      return saveForm(office, {
        application,
        attestedOn: dateOrNone(call, 'attested') ?? attestedOn,
        eligibleBy: call.text('eligible-by') ?? eligibleBy,
        eligibleCheckedOn: dateOrNone(call, 'eligible-checked') ?? eligibleCheckedOn,
      });
    }),
  );
}

/** `recert points APPLICATION …` */
export async function points(call: Call): Promise<CommandResult> {
  const category = ACTIVITY_CATEGORIES.find((one) => one === call.text('category'));
  if (category === undefined) throw new UsageError(`--category is one of: ${ACTIVITY_CATEGORIES.join(', ')}`);
  const claimed = Number(call.text('points'));
  if (!(claimed > 0)) throw new UsageError('--points is missing; write a number such as 12');
  const criteria = (call.text('criteria') ?? '').split(';');
  const line = {
    application: applicationOf(call),
    category,
    title: needText(call, 'title', 'what the activity was'),
    completedOn: dateOrNone(call, 'completed'),
    employedFrom: dateOrNone(call, 'from'),
    employedTo: dateOrNone(call, 'to'),
    points: claimed,
    criteria: {
      job: criteria.includes('job'),
      knowledge: criteria.includes('knowledge'),
      degree: criteria.includes('degree'),
    },
    proofOn: dateOrNone(call, 'proof'),
  };
  return shown(await withOffice(call, (office) => listPoints(office, line)));
}

/** `recert line APPLICATION LINE …` */
export async function line(call: Call): Promise<CommandResult> {
  const order = {
    application: applicationOf(call),
    line: idOf(call.words[1], 'a line'),
    change: changeOf(call),
  };
  return shown(await withOffice(call, (office) => changeLine(office, order)));
}

function changeOf(call: Call): LineChange {
  const [proof, why] = [call.text('proof'), call.text('refuse')];
  const changes: readonly LineChange[] = [
    ...(proof === null ? [] : [{ does: 'proof', on: calendarDate(proof, '--proof') } as const]),
    ...(why === null ? [] : [{ does: 'refuse', why } as const]),
    ...(call.flag('accept') ? [{ does: 'accept' } as const] : []),
    ...(call.flag('withdraw') ? [{ does: 'withdraw' } as const] : []),
  ];
  const [change] = changes;
  if (change === undefined || changes.length > 1)
    throw new UsageError('give one of --proof DATE, --refuse WHY, --accept and --withdraw');
  return change;
}

/** `recert felony APPLICATION [--answer no|yes …]` */
export async function felony(call: Call): Promise<CommandResult> {
  const application = applicationOf(call);
  const answer = call.text('answer');
  if (answer === null) {
    const read = await withOffice(call, (office) => readFelony(office, application));
    const text =
      read === null
        ? 'The felony question is not answered yet.'
        : `${read.answer}${read.answer === 'no' ? '' : `: ${read.happenedOn}; ${read.nature}; ${read.court}; ${read.outcome}`}`;
    return { json: read, text };
  }
  if (answer !== 'no' && answer !== 'yes') throw new UsageError('--answer is no or yes');
  const typed = {
    application,
    answer,
    happenedOn: call.text('date') ?? '',
    nature: call.text('nature') ?? '',
    court: call.text('court') ?? '',
    outcome: call.text('outcome') ?? '',
  } as const;
  return shown(await withOffice(call, (office) => recordFelony(office, typed)));
}

/** `recert felony-readers [NAME …]` */
export async function readers(call: Call): Promise<CommandResult> {
  const names = await withOffice(call, (office) =>
    call.words.length === 0 ? felonyReaders(office) : saveFelonyReaders(office, call.words),
  );
  return {
    json: names,
    text:
      names.length === 0
        ? 'Nobody may see felony details yet.'
        : `May see felony details: ${names.join(', ')}.`,
  };
}
