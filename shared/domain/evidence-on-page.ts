import { displayDate } from '../util/dates.ts';
import type { EvidenceItem } from './audit-findings.ts';
import type { CalendarDate } from './facts.ts';
import { nameStands, type PageWords, plainWords } from './page-words.ts';

/** What a proof has to agree with. */
export interface ClaimedActivity {
  readonly memberName: string;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: CalendarDate | null;
}

/** So much of a title or provider has to stand on the page, letter for letter or nearly. */
const ENOUGH = 0.7;

/**
 * What a page shows of an activity, by item of the checklist, as it is read there: for the reviewer to accept. An item that is missing was
 * not found, which does not mean that it is not there.
 */
export function evidenceOnPage(
  { lines, proposals }: PageWords,
  { memberName, title, provider, completedOn }: ClaimedActivity,
): Readonly<Partial<Record<EvidenceItem, string>>> {
  const words = new Set(lines.flatMap((line) => plainWords(line)));
  const sponsor = stands(words, provider) ? provider : proposals.providers[0];
  return {
    ...(nameStands(lines, memberName) ? { name: memberName } : {}),
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(stands(words, title) ? { title } : {}),
    ...(completedOn !== null && proposals.dates.includes(completedOn)
      ? { date: displayDate(completedOn) }
      : {}),
    ...(proposals.hours[0] === undefined ? {} : { hours: proposals.hours[0] }),
  };
}

function stands(there: ReadonlySet<string>, text: string): boolean {
  const wanted = plainWords(text).filter((word) => word.length > 2);
  if (wanted.length === 0) return false;
  return wanted.filter((word) => there.has(word)).length >= wanted.length * ENOUGH;
}
