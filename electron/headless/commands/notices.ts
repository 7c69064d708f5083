import { resolve } from 'node:path';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { sheetListText } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayMonth, isCalendarDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { resourcesFolder } from '../../platform/resources.ts';
import { loadNoticeSchedule } from '../../policy/notice-schedule.ts';
import { markMailed, unmarkMailed } from '../../services/notices/mark-mailed.ts';
import { heldOf, listRuns } from '../../services/notices/runs.ts';
import { countOf } from '../../services/payments/words.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `notices prepare --kind STEP --month YYYY-MM [--again]` */
export async function prepare(call: Call): Promise<CommandResult> {
  const kind = call.text('kind');
  if (kind === null)
    throw new UsageError('notices prepare needs --kind, a step of the notice schedule such as renewal');
  const month = monthOption(call);
  const { prepareRun } = await import('../../services/notices/prepare.ts');
  const prepared = withOffice(call, async (office) => {
    const summary = await prepareRun(
      office,
      { step: kind, month, asOf: asOfDate(call), again: call.flag('again') },
      watchedWork(call),
    );
    const held = await heldOf(office, summary.run);
    return { json: preparedJson(summary, held), text: summaryText(summary) };
  });
  return prepared.catch((error: unknown) => {
    throw unknownKind(error, kind) ?? error;
  });
}

/** What a prepared run is as JSON. */
export function preparedJson(
  { run, selected, toPrint, toEmail, alsoEmailed }: RunSummary,
  held: Awaited<ReturnType<typeof heldOf>>,
): object {
  return { run, selected, toPrint, toEmail, alsoEmailed, held };
}

/** A kind that neither the office nor the schedule that ships knows is wrong usage. */
function unknownKind(error: unknown, kind: string): UsageError | null {
  if (!(error instanceof StandingError) || !['step-unknown', 'office-missing'].includes(error.code))
    return null;
  const shipped = loadNoticeSchedule(resourcesFolder()).map(({ id }) => id);
  if (shipped.includes(kind)) return null;
  return new UsageError(`--kind ${kind} is not known; the kinds there are: ${shipped.join(', ')}`);
}

/** The month that a command is about. @throws UsageError */
export function monthOption(call: Call): string {
  const month = call.text('month');
  if (month === null) throw new UsageError('--month YYYY-MM is needed');
  if (!isCalendarDate(`${month}-01`))
    throw new UsageError(`--month ${month} is no month; write it as YYYY-MM`);
  return month;
}

/** `notices print RUN --out FILE.pdf [--from N] [--to N] [--spoiled] [--duplex | --one-sided] [--calibrated]` */
export async function print(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const out = call.text('out');
  if (out === null) throw new UsageError('notices print needs --out FILE.pdf, the file to write');
  if (call.flag('duplex') && call.flag('one-sided'))
    throw new UsageError('notices print takes --duplex or --one-sided, not both');
  const { printRun } = await import('../../services/notices/print.ts');
  const request = {
    run,
    from: call.number('from', 1),
    to: call.number('to', 1),
    spoiled: call.flag('spoiled'),
    outFile: resolve(out),
    ...(call.flag('duplex') ? { duplex: true } : call.flag('one-sided') ? { duplex: false } : {}),
  };
  const { sheets, sha256, file } = await withOffice(call, async (office) => {
    const report = await printRun(office, request, watchedWork(call));
    // The print on record is as everywhere; only the file handed out is for this printer.
    if (call.flag('calibrated')) {
      const { copyForPrinter } = await import('../../services/calibration.ts');
      await copyForPrinter(office, report.file, report.file);
    }
    return report;
  });
  return {
    json: { sheets, sha256, file },
    text: `${sheets} sheets of run ${run} printed (SHA-256 ${sha256}).\n${file}`,
  };
}

/** `notices mark-mailed RUN [--on DATE] [--count N] | --undo` */
export async function mark(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  if (call.flag('undo')) {
    const summary = await withOffice(call, (office) => unmarkMailed(office, run));
    return {
      json: { run, mailedOn: summary.mailedOn, sheets: summary.toPrint },
      text: `Run ${run} is no longer marked as mailed.`,
    };
  }
  const on = call.text('on') ?? asOfDate(call);
  if (!isCalendarDate(on)) throw new UsageError(`--on ${on} is no date; write an existing one as YYYY-MM-DD`);
  const count = call.number('count', 0);
  const summary = await withOffice(call, (office) => markMailed(office, { run, on, count }));
  return {
    json: { run, mailedOn: summary.mailedOn, sheets: summary.mailedCount ?? summary.toPrint },
    text: `Run ${run}: ${countOf(summary.mailedCount ?? summary.toPrint, 'sheet')} mailed on ${on}.`,
  };
}

/** `notices list` */
export async function list(call: Call): Promise<CommandResult> {
  const runs = await withOffice(call, listRuns);
  return {
    json: runs,
    text: runs.length === 0 ? 'No run was prepared yet.' : runs.map(summaryText).join('\n\n'),
  };
}

/** A run in a few lines. */
export function summaryText({
  run,
  step,
  month,
  selected,
  toPrint,
  toEmail,
  alsoEmailed,
  held,
  heldBy,
  totalCents,
  printedOn,
  mailedOn,
  spoiled,
  pulled,
}: RunSummary): string {
  const state =
    mailedOn !== null
      ? `mailed on ${mailedOn}`
      : printedOn !== null
        ? `printed on ${printedOn}`
        : toPrint === 0
          ? 'nothing to print'
          : 'not printed yet';
  const waiting = spoiled.filter(({ reprintedAt }) => reprintedAt === null).map(({ sheet }) => sheet);
  return [
    `Run ${run} (${step}, ${displayMonth(month)}): ${selected} selected = ${toPrint} to print + ${toEmail} to e-mail + ${held} held; ${displayCents(totalCents)} asked for; ${state}.`,
    ...(alsoEmailed === 0 ? [] : [`  of those printed, also by e-mail: ${alsoEmailed}`]),
    ...heldBy.map(({ reason, count }) => `  held, ${reason}: ${count}`),
    ...(waiting.length === 0 ? [] : [`  spoiled, waiting for the reprint: ${sheetListText(waiting)}`]),
    ...pulled.map(({ sheet, reason }) => `  to be taken out: sheet ${sheet} (${reason})`),
  ].join('\n');
}
