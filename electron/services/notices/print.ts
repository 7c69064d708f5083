import { join } from 'node:path';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { PrintReport } from '../../../shared/domain/renewals.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { printNotices } from '../../printing/print-notices.ts';
import { frozenRun, type Run, recordPrint, sheetContents } from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { existingRun } from './runs.ts';

const SHEETS_AT_A_TIME = 500;

export interface PrintRequest {
  readonly run: string;
  /** First and last sheet; null = from the first, to the last. */
  readonly from: number | null;
  readonly to: number | null;
  readonly outFile: string;
}

/**
 * Prints a run, or some sheets of it again, from what was frozen when it was prepared: the same run gives the same bytes every time.
 * The file is whole or not there.
 * @throws StandingError `office-file`, `run-unknown`, `no-such-sheets`, `cancelled`, and what the disk refuses
 */
export async function printRun(office: Office, request: PrintRequest, work: Work): Promise<PrintReport> {
  refuseOwnFile(request.outFile);
  const run = await existingRun(office, request.run);
  const { first, last } = range(run, request);
  const frozen = await frozenRun(office.reader, run.id);
  const printed = await printNotices(sheets(office, run, first, last), {
    office: frozen.office,
    letter: parseLetter(frozen.letter, 'renewal.txt'),
    envelope: parseEnvelope(frozen.envelope, 'the run’s envelope'),
    fontsDir: join(office.resources, 'fonts'),
    outFile: request.outFile,
    signal: work.signal,
    total: last - first + 1,
    onProgress: (done, total) => work.progress({ doing: 'Printing notices', done, total, cancellable: true }),
  });
  await note(office, run, first, last, printed.sha256);
  return { run: run.id, sheets: printed.sheets, sha256: printed.sha256, file: request.outFile };
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

async function* sheets(office: Office, run: Run, first: number, last: number): AsyncGenerator<NoticeSheet> {
  for (let from = first; from <= last; from += SHEETS_AT_A_TIME) {
    for (const { sheet, content } of await sheetContents(
      office.reader,
      run.id,
      from,
      Math.min(from + SHEETS_AT_A_TIME - 1, last),
    )) {
      yield { run: run.id, sheet, sheets: run.toPrint, dated: run.preparedOn, month: run.month, ...content };
    }
  }
}

async function note(office: Office, run: Run, first: number, last: number, sha256: string): Promise<void> {
  const whole = first === 1 && last === run.toPrint;
  await office.act(async (write) => {
    await recordPrint(write, {
      run: run.id,
      first,
      last,
      sha256,
      whole,
      at: write.actor.at,
      actor: write.actor.name,
      on: office.clock.today(),
    });
    write.journal({
      action: whole ? 'run.printed' : 'run.reprinted',
      subject: 'run',
      subjectId: run.id,
      detail: { sheets: `${first}–${last}`, sha256 },
    });
  });
}
