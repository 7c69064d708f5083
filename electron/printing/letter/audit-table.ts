import { displayDate } from '../../../shared/util/dates.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';
import type { LetterTable } from './tables.ts';

const HEADER = 17;
/** Right edges of the columns. */
const REQUIRED = 400;
const RECORDED = 475;

/** An audit notice's table: each audited cycle, its points, and how many activities proof is asked for. */
export const auditTable: LetterTable = {
  height: ({ lines }, { rowLeading, rowPadding }) =>
    HEADER + lines.length * (2 * rowLeading + 2 * rowPadding),
  drawHeader(content) {
    content.text(STYLES.label, LEFT, 9, 'Certification and audited cycle');
    content.text(STYLES.label, REQUIRED, 9, 'Points required', 'right');
    content.text(STYLES.label, RECORDED, 9, 'Recorded', 'right');
    content.text(STYLES.label, RIGHT, 9, 'Activities', 'right');
    content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
  },
  drawRows(content, { lines }, { row, amount, detail, rowLeading, rowPadding }, top) {
    let y = top + HEADER - 3;
    for (const line of lines) {
      const base = y + rowPadding + row.size * 0.95;
      const plain = { ...row, face: 'plain' } as const;
      content.text(row, LEFT, base, `${line.certificationName} (${line.code})`);
      const cycle = `Cycle ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
      content.text(detail, LEFT, base + rowLeading, cycle);
      content.text(plain, REQUIRED, base, String(line.pointsRequired), 'right');
      content.text(plain, RECORDED, base, String(line.pointsCounted), 'right');
      if (line.attested) content.text(detail, RECORDED, base + rowLeading, 'and attested', 'right');
      content.text(amount, RIGHT, base, String(line.audit?.activities.length ?? 0), 'right');
      y += 2 * rowLeading + 2 * rowPadding;
      content.rule('soft', 0.4, LEFT, y, RIGHT, y);
    }
  },
};
