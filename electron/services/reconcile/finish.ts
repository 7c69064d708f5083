import { unwatchedWork, type Work } from '../../jobs/work.ts';
import { depositSummary } from '../../repositories/deposits.ts';
import { depositOfFile } from '../../repositories/receipts.ts';
import type { Office } from '../office.ts';
import { applyLines } from './apply-lines.ts';
import { filesLaidDown, laidDown, throwAway } from './planned-file.ts';

/** Files that this process is entering right now. */
const entering = new Set<string>();

/**
 * Enters what is still to be entered of a file whose deposit is there, and throws away what was laid down for it. Where it breaks off it
 * stays, to go on with at the next opening.
 * @returns false where nothing is laid down: the deposit stays as it is, and entering the file again puts in the rest
 */
export async function completeFile(office: Office, sha256: string, work: Work): Promise<boolean> {
  const known = await depositOfFile(office.reader, sha256);
  const summary = known === null ? null : await depositSummary(office.reader, known.deposit);
  const planned = laidDown(office.folder, sha256);
  if (summary === null || summary.source === 'post' || planned === null) return false;
  const { deposit, source, fileName } = summary;
  entering.add(sha256);
  try {
    await applyLines(office, { deposit, source, fileName: fileName ?? '', sha256 }, planned, work);
  } finally {
    entering.delete(sha256);
  }
  throwAway(office.folder, sha256);
  return true;
}

/**
 * Completes files that were cut off while they were entered, and throws away what was laid down for files of which nothing was entered.
 * Those that are being entered now go on undisturbed.
 */
export async function finishPendingFiles(office: Office, work: Work = unwatchedWork()): Promise<void> {
  for (const sha256 of filesLaidDown(office.folder)) {
    if (entering.has(sha256)) continue;
    if (!(await completeFile(office, sha256, work))) throwAway(office.folder, sha256);
  }
}
