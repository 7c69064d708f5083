import { join } from 'node:path';
import { StandingError } from '../../shared/ipc/errors.ts';
import { type RunPart, runFileName, runPartName } from '../../shared/util/run-file.ts';

/** The PDF of a run, or of some of its sheets. */
export function runFile(folder: string, run: string, from: number | null, to: number | null): string {
  return join(folder, 'runs', run, runFileName(run, from, to));
}

/** What was printed of a run beside its sheets in a row. */
export function runPartFile(folder: string, run: string, part: RunPart): string {
  return join(folder, 'runs', run, runPartName(run, part));
}

/** The page that the printer is measured with. */
export function calibrationFile(folder: string): string {
  return join(folder, 'jobs', 'calibration.pdf');
}

/** A receipt, statement or slip on its way to a printer. */
export function paperFile(folder: string): string {
  return join(folder, 'jobs', 'paper.pdf');
}

/** A print's copy that is moved against the printer's error, beside the print. */
export function movedFile(file: string): string {
  return file.replace(/\.pdf$/, '-moved.pdf');
}

/**
 * An import's rejected rows, with the reason added to each.
 * @throws StandingError `unknown-job`
 */
export function rejectedRowsFile(folder: string, job: string): string {
  // A job's id is a UUID; anything else must not become part of a path.
  if (!/^[0-9a-f-]{36}$/.test(job)) throw new StandingError('unknown-job', 'There is no such import.');
  return join(folder, 'jobs', `${job}.errors.csv`);
}
