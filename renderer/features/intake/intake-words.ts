import type { FileOutcome, IntakePart, OpenCase } from '../../../shared/domain/intake.ts';
import { displayDate } from '../../../shared/util/dates.ts';

const CHANNEL_WORDS = {
  dropped: 'dropped',
  chosen: 'chosen',
  command: 'by command',
  watched: 'watched folder',
} as const;

/** `Audit of RMA, cycle from 1 May 2022` */
export function caseText({ kind, code, from }: OpenCase): string {
  return kind === 'audit'
    ? `Audit of ${code}, cycle from ${displayDate(from)}`
    : `Application for ${code} of ${displayDate(from)}`;
}

/** `page 3`, `pages 3 to 5` of several; empty for a document of one page. */
export function pagesText({ firstPage, lastPage, pages }: IntakePart): string {
  if (pages === null || pages === 1) return '';
  return firstPage === lastPage
    ? `page ${firstPage} of ${pages}`
    : `pages ${firstPage} to ${lastPage} of ${pages}`;
}

/** `dropped by Ada, 4 March 2026`, and how often it came again. */
export function cameText({ channel, receivedBy, receivedOn, again }: IntakePart): string {
  const came = `${CHANNEL_WORDS[channel]}, ${receivedBy}, ${displayDate(receivedOn)}`;
  return again === 0 ? came : `${came}; came again ${again === 1 ? 'once' : `${again} times`}`;
}

/** What came of some files, in a line: `3 files: 2 filed, 1 waiting.` */
export function takenText(files: readonly FileOutcome[]): string {
  const [filed, waiting, refused, duplicate] = (['filed', 'unmatched', 'refused', 'duplicate'] as const).map(
    (outcome) => files.filter((file) => file.outcome === outcome).length,
  );
  const parts = [
    [filed, 'filed'],
    [waiting, 'waiting in the queue'],
    [refused, 'refused'],
    [duplicate, 'here already'],
  ] as const;
  const told = parts
    .filter(([count]) => count !== undefined && count > 0)
    .map(([count, word]) => `${count} ${word}`);
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}: ${told.join(', ')}.`;
}
