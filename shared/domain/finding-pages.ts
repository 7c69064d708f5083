import { FINDING_REASON_WORDS } from './audit-findings.ts';
import type { LineFinding, NoticeSheet } from './notice.ts';

/** Lines of text that fit on a page of the list. */
const LINES_A_PAGE = 42;
/** Characters that fit on a line for certain: the widest letters are few. */
const CHARACTERS = 84;
const TITLE_CHARACTERS = 60;
/** What an activity takes beside its own text: dates and points, and the space below. */
const FIXED = 2;

/**
 * The list of what was found, activity by activity, page by page; none where a letter tells of no findings. The division must not need
 * the fonts: the database counts the pages of a run by it.
 */
export function findingPagesOf({ lines }: Pick<NoticeSheet, 'lines'>): readonly (readonly LineFinding[])[] {
  const pages: LineFinding[][] = [];
  let room = 0;
  for (const finding of lines.flatMap((line) => line.case?.findings ?? [])) {
    const height = linesOf(finding);
    if (height > room) {
      pages.push([]);
      room = LINES_A_PAGE;
    }
    pages.at(-1)?.push(finding);
    room -= height;
  }
  return pages;
}

/** What a member is told of an activity: the reason, and the reviewer’s own words. */
export function findingText({ verdict, reason, note }: LineFinding): string {
  if (verdict === 'accepted') return note;
  const why = reason === null ? '' : `${FINDING_REASON_WORDS[reason]}.`;
  return [why, note].filter((text) => text !== '').join(' ');
}

function linesOf(finding: LineFinding): number {
  const title = Math.max(1, Math.ceil(finding.title.length / TITLE_CHARACTERS));
  return FIXED + title + Math.ceil(findingText(finding).length / CHARACTERS);
}
