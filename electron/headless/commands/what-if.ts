import type { Trial, TrialRow } from '../../../shared/domain/what-if.ts';
import { countOf } from '../../services/payments/words.ts';
import { exportTrial } from '../../services/what-if/export.ts';
import { rowsOf, type TrialQuery } from '../../services/what-if/rows.ts';
import { tryOut } from '../../services/what-if/try-out.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { dateOf, dateOrNone } from './money-options.ts';
import { namedValue } from './policy-value.ts';

const MOVED: TrialQuery = {
  filter: { show: 'moved', from: null, to: null },
  sort: { by: 'memberNo', descending: false },
};

/** `what-if --set NAME=VALUE … [--from DATE] [--on DATE] [--reasons] [--export FILE.csv]` */
export async function whatIf(call: Call): Promise<CommandResult> {
  const trial = trialOf(call);
  const file = call.text('export');
  const work = watchedWork(call);
  return withOffice(call, async (office) => {
    const tried = await tryOut(office, trial, work);
    const moved = tried.changes.filter(({ from, to }) => from !== to);
    const { judged, moves, otherwise } = tried.report;
    if (file !== null) await exportTrial(office, tried, MOVED, file, work);
    const rows = call.flag('reasons') ? await rowsOf(office, tried, moved) : null;
    const changed =
      rows?.map(reasoned) ?? moved.map(({ memberNo, code, from, to }) => ({ memberNo, code, from, to }));
    const lines = rows?.map(reasonedLine) ?? moved.map(line);
    const text = [
      `${countOf(moved.length, 'certification')} would change.`,
      ...moves.map(({ certifications, from, to }) => `  ${certifications} ${from} → ${to}`),
      `Of ${judged} judged, ${otherwise} more would keep their status but stand otherwise.`,
      ...lines,
      ...(file === null ? [] : [`Written to ${file}.`]),
    ];
    return { json: { changed }, text: text.join('\n') };
  });
}

function trialOf(call: Call): Trial {
  const from = dateOrNone(call, 'from');
  const values = call
    .list('set')
    .map((text) => ({ ...namedValue(text, '--set'), ...(from === null ? {} : { from }) }));
  const against = asOfDate(call);
  const asOf = dateOf(call, 'on', against);
  if (values.length === 0 && asOf === against)
    throw new UsageError('what-if needs at least one --set NAME=VALUE, or another day by --on DATE');
  return { values, without: null, asOf, against };
}

interface Moved {
  readonly memberNo: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

function line({ memberNo, code, from, to }: Moved): string {
  return `${memberNo} ${code}: ${from} → ${to}`;
}

function reasoned({ memberNo, memberName, code, from, to, before, after }: TrialRow) {
  return { memberNo, code, from, to, memberName, before, after };
}

function reasonedLine(row: TrialRow): string {
  return `${line(row)}\n  now: ${row.before}\n  then: ${row.after}`;
}
