import type { LineLapse } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { lapseCause } from './merge-fields.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';
import type { LetterTable } from './tables.ts';

const HEADER = 17;

/** A lapse notice's table: since when each certification is lapsed, by what, and the ways back. */
export const lapseTable: LetterTable = {
  height: ({ lines }, { rowLeading, rowPadding }) =>
    HEADER + lines.length * (2 * rowLeading + 2 * rowPadding),
  drawHeader(content) {
    content.text(STYLES.label, LEFT, 9, 'Certification, and why it lapsed');
    content.text(STYLES.label, RIGHT, 9, 'Lapsed on, and ways back', 'right');
    content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
  },
  drawRows(content, { lines }, { row, detail, rowLeading, rowPadding }, top) {
    let y = top + HEADER - 3;
    for (const { certificationName, code, lapse } of lines) {
      const base = y + rowPadding + row.size * 0.95;
      content.text(row, LEFT, base, `${certificationName} (${code})`);
      if (lapse !== undefined) {
        content.text(detail, LEFT, base + rowLeading, capital(lapseCause(lapse)));
        content.text(row, RIGHT, base, displayDate(lapse.on), 'right');
        content.text(detail, RIGHT, base + rowLeading, waysText(lapse), 'right');
      }
      y += 2 * rowLeading + 2 * rowPadding;
      content.rule('soft', 0.4, LEFT, y, RIGHT, y);
    }
  },
};

function waysText({ routes }: LineLapse): string {
  return routes.includes('ccp') ? 'By CCP or by exam' : 'By exam';
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
