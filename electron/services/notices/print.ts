import { join } from 'node:path';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { PrintReport } from '../../../shared/domain/renewals.ts';
import { purposeOf } from '../../../shared/domain/sheet-code.ts';
import { sheetListText, sheetSpans } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { keepFile } from '../../documents/store.ts';
import type { Work } from '../../jobs/work.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { type Printed, printNotices } from '../../printing/print-notices.ts';
import { frozenRun, type Run, recordPrint, sheetContents } from '../../repositories/runs.ts';
import { settleSpoiled, waitingSheets } from '../../repositories/spoiled-sheets.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { postalSettings } from '../postal/settings.ts';
import { existingRun } from './runs.ts';

const SHEETS_AT_A_TIME = 500;

export interface PrintRequest {
  readonly run: string;
  /** First and last sheet; null = from the first, to the last. */
  readonly from: number | null;
  readonly to: number | null;
  /** true: of those, only the spoiled sheets that wait for their reprint. */
  readonly spoiled?: boolean;
  /** A blank back after each sheet; without it, as the office has set it. */
  readonly duplex?: boolean;
  readonly outFile: string;
}

/**
 * Prints a run, or some sheets of it again, from what was frozen when it was prepared: the same run gives the same bytes every time.
 * The file is whole or not there, and a copy of it is kept before the print is on record. Spoiled sheets that it holds are settled.
 * @throws StandingError `office-file`, `run-unknown`, `no-such-sheets`, `nothing-spoiled`, `cancelled`, and what the disk refuses
 */
export async function printRun(office: Office, request: PrintRequest, work: Work): Promise<PrintReport> {
  refuseOwnFile(request.outFile);
  const run = await existingRun(office, request.run);
  const { first, last } = range(run, request);
  const waiting = (await waitingSheets(office.reader, run.id)).filter(
    ({ sheet }) => sheet >= first && sheet <= last,
  );
  const chosen = request.spoiled === true ? spoiledOnes(run, waiting) : numbers(first, last);
  const duplex = request.duplex ?? (await postalSettings(office)).duplex;
  const printed = await printSheets(office, run, chosen, duplex, request.outFile, work);
  await keep(office, request.outFile, printed.sha256);
  await note(office, run, {
    sheets: chosen,
    sha256: printed.sha256,
    duplex,
    settles: waiting.map(({ id }) => id),
  });
  return { run: run.id, sheets: printed.sheets, sha256: printed.sha256, file: request.outFile };
}

async function printSheets(
  office: Office,
  run: Run,
  chosen: readonly number[],
  duplex: boolean,
  outFile: string,
  work: Work,
): Promise<Printed> {
  const frozen = await frozenRun(office.reader, run.id);
  return printNotices(sheets(office, run, chosen), {
    office: frozen.office,
    letter: parseLetter(frozen.letter, `the letter of run ${run.id}`, run.kind),
    envelope: parseEnvelope(frozen.envelope, 'the run’s envelope'),
    fontsDir: join(office.resources, 'fonts'),
    outFile,
    duplex,
    barcodes: frozen.barcodes ?? null,
    signature: frozen.signature ?? null,
    signal: work.signal,
    total: chosen.length,
    onProgress: (done, total) => work.progress({ doing: 'Printing notices', done, total, cancellable: true }),
  });
}

function range(run: Run, { from, to }: PrintRequest): { first: number; last: number } {
  const first = from ?? 1;
  const last = to ?? run.toPrint;
  if (run.toPrint === 0) {
    throw new StandingError(
      'nothing-to-print',
      `Run ${run.id} has no sheet to print: all of its ${run.selected} pieces are e-mailed or held.`,
      'Look at why pieces are held.',
    );
  }
  if (first > last || last > run.toPrint) {
    throw new StandingError(
      'no-such-sheets',
      `Run ${run.id} has sheets 1 to ${run.toPrint}; sheets ${first} to ${last} were asked for.`,
      'Name sheets that the run has, the lower number first.',
    );
  }
  return { first, last };
}

function spoiledOnes(run: Run, waiting: readonly { readonly sheet: number }[]): readonly number[] {
  if (waiting.length > 0) return waiting.map(({ sheet }) => sheet);
  throw new StandingError(
    'nothing-spoiled',
    `No spoiled sheet of run ${run.id} waits for its reprint.`,
    'Mark the sheets as spoiled first.',
  );
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

async function* sheets(office: Office, run: Run, chosen: readonly number[]): AsyncGenerator<NoticeSheet> {
  const common = {
    run: run.id,
    sheets: run.toPrint,
    dated: run.preparedOn,
    month: run.month,
    purpose: purposeOf(run.kind, run.step),
  };
  for (const span of sheetSpans(chosen)) {
    for (let from = span.from; from <= span.to; from += SHEETS_AT_A_TIME) {
      const to = Math.min(from + SHEETS_AT_A_TIME - 1, span.to);
      for (const { sheet, content } of await sheetContents(office.reader, run.id, from, to))
        yield { ...common, sheet, ...content };
    }
  }
}

/** Keeps the very file: what was sent can be shown for ever. */
async function keep(office: Office, file: string, sha256: string): Promise<void> {
  const kept = await keepFile(office.folder, file).catch((cause: unknown) => {
    throw notKept(file, cause);
  });
  if (kept !== sha256) throw notKept(file);
}

function notKept(file: string, cause?: unknown): StandingError {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new StandingError(
    'print-not-kept',
    `${file} was printed, but no copy of it could be kept in the office folder${why}; the print is not on record.`,
    'Free some space on the office’s disk and print again.',
    { cause },
  );
}

interface Noted {
  readonly sheets: readonly number[];
  readonly sha256: string;
  readonly duplex: boolean;
  /** Ids of the spoiled sheets that the print replaces. */
  readonly settles: readonly number[];
}

async function note(
  office: Office,
  run: Run,
  { sheets: chosen, sha256, duplex, settles }: Noted,
): Promise<void> {
  const whole = chosen.length === run.toPrint;
  await office.act(async (write) => {
    const { name: actor, at } = write.actor;
    const on = office.clock.today();
    const id = await recordPrint(write, {
      run: run.id,
      sheets: chosen,
      sha256,
      whole,
      duplex,
      at,
      actor,
      on,
    });
    await settleSpoiled(write, settles, id);
    write.journal({
      action: whole ? 'run.printed' : 'run.reprinted',
      subject: 'run',
      subjectId: run.id,
      detail: { sheets: sheetListText(chosen), sha256, duplex, spoiledSettled: settles.length },
    });
  });
}
