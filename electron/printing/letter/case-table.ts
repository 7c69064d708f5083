import { displayDate } from '../../../shared/util/dates.ts';
import type { Content } from '../pdf/content.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';
import type { LetterTable } from './tables.ts';

const HEADER = 17;
/** Right edge of the column before the last. */
const REQUIRED = 455;

/** A case’s table: the audited cycle, the points required, and those that were shown or, before a review, recorded. */
function caseTable(last: string, shown: boolean): LetterTable {
  return {
    height: ({ lines }, { rowLeading, rowPadding }) =>
      HEADER + lines.length * (2 * rowLeading + 2 * rowPadding),
    drawHeader(content: Content) {
      content.text(STYLES.label, LEFT, 9, 'Certification and audited cycle');
      content.text(STYLES.label, REQUIRED, 9, 'Points required', 'right');
      content.text(STYLES.label, RIGHT, 9, last, 'right');
      content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
    },
    drawRows(content, { lines }, { row, amount, detail, rowLeading, rowPadding }, top) {
      let y = top + HEADER - 3;
      for (const line of lines) {
        const base = y + rowPadding + row.size * 0.95;
        content.text(row, LEFT, base, `${line.certificationName} (${line.code})`);
        const cycle = `Cycle ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
        content.text(detail, LEFT, base + rowLeading, cycle);
        content.text({ ...row, face: 'plain' }, REQUIRED, base, String(line.pointsRequired), 'right');
        const points = shown ? (line.case?.shown ?? 0) : line.pointsCounted;
        content.text(amount, RIGHT, base, String(points), 'right');
        y += 2 * rowLeading + 2 * rowPadding;
        content.rule('soft', 0.4, LEFT, y, RIGHT, y);
      }
    },
  };
}

export const recordedCaseTable = caseTable('Points recorded', false);
export const shownCaseTable = caseTable('Points shown', true);
