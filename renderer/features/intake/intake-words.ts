import type { FileOutcome, IntakePart, OpenCase } from '../../../shared/domain/intake.ts';
import { displayDate } from '../../../shared/util/dates.ts';

const CHANNEL_WORDS = {
  dropped: 'dropped',
  chosen: 'chosen',
  command: 'by command',
  watched: 'scan folder',
  pasted: 'pasted',
} as const;

/** `Audit of RMA, cycle from 1 May 2022` */
export function caseText({ kind, code, from }: OpenCase): string {
  return kind === 'audit'
    ? `Audit of ${code}, cycle from ${displayDate(from)}`
    : `Application for ${code} of ${displayDate(from)}`;
}

/** `page 3`, `pages 3 to 5` of several, `pages 4, 2` in another order; empty for a document of one page. */
export function pagesText({ firstPage, lastPage, leaves, pages }: IntakePart): string {
  if (pages === null || pages === 1) return '';
  if (leaves.some(({ page }, at) => page !== firstPage + at))
    return `pages ${leaves.map(({ page }) => page).join(', ')} of ${pages}`;
  return firstPage === lastPage
    ? `page ${firstPage} of ${pages}`
    : `pages ${firstPage} to ${lastPage} of ${pages}`;
}

/** `dropped by Ada, 4 March 2026`, and how often it came again. */
export function cameText({ channel, receivedBy, receivedOn, again }: IntakePart): string {
  const came = `${CHANNEL_WORDS[channel]}, ${receivedBy}, ${displayDate(receivedOn)}`;
  return again === 0 ? came : `${came}; came again ${again === 1 ? 'once' : `${again} times`}`;
}

/** What came of some files, in a line: `3 files in 4 parts: 2 filed, 1 waiting in the queue, 1 here already.` */
export function takenText(files: readonly FileOutcome[]): string {
  const parts = files.flatMap((file) =>
    file.outcome === 'duplicate' || file.parts.length === 0
      ? [file.skipped ? 'skipped' : file.outcome]
      : file.parts.map(({ outcome }) => (file.pages === null ? 'quarantined' : outcome)),
  );
  const told = OUTCOME_WORDS.map(
    ([outcome, word]) => [parts.filter((one) => one === outcome).length, word] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const split = parts.length > files.length ? ` in ${parts.length} parts` : '';
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}${split}: ${told.join(', ')}.`;
}

const OUTCOME_WORDS = [
  ['filed', 'filed'],
  ['unmatched', 'waiting in the queue'],
  ['quarantined', 'in quarantine'],
  ['refused', 'refused'],
  ['duplicate', 'here already'],
  ['skipped', 'passed over'],
] as const;
