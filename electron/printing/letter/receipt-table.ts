import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { printable } from '../pdf/printable.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';
import type { LetterTable } from './tables.ts';

const HEADER = 17;
const RECEIVED = 330;

/** A receipt's table: each year that is paid, and what settled it. */
export const receiptTable: LetterTable = {
  height: ({ lines }, { rowLeading, rowPadding }) =>
    HEADER + lines.length * (2 * rowLeading + 2 * rowPadding),
  drawHeader(content) {
    content.text(STYLES.label, LEFT, 9, 'Certification and fee year');
    content.text(STYLES.label, RECEIVED, 9, 'Received');
    content.text(STYLES.label, RIGHT, 9, 'Amount', 'right');
    content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
  },
  drawRows(content, { lines }, { row, amount, detail, rowLeading, rowPadding }, top) {
    let y = top + HEADER - 3;
    for (const { certificationName, code, yearStart, yearEnd, paid } of lines) {
      const base = y + rowPadding + row.size * 0.95;
      content.text(row, LEFT, base, `${certificationName} (${code})`);
      const year = `Year ${displayDate(yearStart)} to ${displayDate(yearEnd)}`;
      content.text(detail, LEFT, base + rowLeading, year);
      if (paid !== undefined) {
        content.text({ ...row, face: 'plain' }, RECEIVED, base, displayDate(paid.on));
        content.text(detail, RECEIVED, base + rowLeading, printable(content, detail, paid.how));
        content.text(amount, RIGHT, base, displayCents(paid.cents), 'right');
        content.text(detail, RIGHT, base + rowLeading, 'paid in full', 'right');
      }
      y += 2 * rowLeading + 2 * rowPadding;
      content.rule('soft', 0.4, LEFT, y, RIGHT, y);
    }
  },
};
