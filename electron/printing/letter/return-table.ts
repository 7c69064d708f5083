import { PAPERS_WORDS } from '../../../shared/domain/return-letters.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Content, Style } from '../pdf/content.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';
import type { LetterTable } from './tables.ts';

const HEADER = 17;
/** Left edge of the date; right edge of the pages; left edge of what became of the papers. */
const RECEIVED = 272;
const PAGES = 396;
const PAPERS = 420;

/** A return letter's table: what was received, when, how many pages, and what became of the papers. */
export const returnTable: LetterTable = {
  height: ({ received = [] }, { rowLeading, rowPadding }) =>
    HEADER + received.length * (rowLeading + 2 * rowPadding),
  drawHeader(content) {
    content.text(STYLES.label, LEFT, 9, 'Document');
    content.text(STYLES.label, RECEIVED, 9, 'Received');
    content.text(STYLES.label, PAGES, 9, 'Pages', 'right');
    content.text(STYLES.label, PAPERS, 9, 'The papers');
    content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
  },
  drawRows(content, { received = [] }, { row, rowLeading, rowPadding }, top) {
    let y = top + HEADER - 3;
    for (const { name, on, pages, papers } of received) {
      const base = y + rowPadding + row.size * 0.95;
      const plain = { ...row, face: 'plain' } as const;
      content.text(row, LEFT, base, shortened(content, row, name, RECEIVED - LEFT - 10));
      content.text(plain, RECEIVED, base, displayDate(on));
      content.text(plain, PAGES, base, String(pages), 'right');
      content.text(plain, PAPERS, base, PAPERS_WORDS[papers]);
      y += rowLeading + 2 * rowPadding;
      content.rule('soft', 0.4, LEFT, y, RIGHT, y);
    }
  },
};

/** A file's name may be as long as its sender likes. */
function shortened(content: Content, style: Style, text: string, room: number): string {
  if (content.width(style, text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && content.width(style, `${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
