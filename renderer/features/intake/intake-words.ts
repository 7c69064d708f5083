import type { IntakePart, OpenCase } from '../../../shared/domain/intake.ts';
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
