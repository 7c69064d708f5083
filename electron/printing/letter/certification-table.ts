import type { NoticeLine, NoticeSheet } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Content } from '../pdf/content.ts';
import { type Density, LEFT, RIGHT, STYLES } from './styles.ts';

const POINTS = 304;
const HEADER = 17;

/** Height in points of the table of a sheet's certifications. */
export function tableHeight(sheet: NoticeSheet, density: Density): number {
  const rows = sheet.lines.reduce((sum, line) => sum + rowHeight(line, density), 0);
  return HEADER + rows + (hasTotal(sheet) ? density.rowLeading + 2 * density.rowPadding : 0);
}

/** The column heads and the rule below them; the same on every sheet. Drawn from y = 0. */
export function drawTableHeader(content: Content): void {
  content.text(STYLES.label, LEFT, 9, 'Certification and fee year');
  content.text(STYLES.label, POINTS, 9, 'CCP points');
  content.text(STYLES.label, RIGHT, 9, 'Amount due', 'right');
  content.rule('accent', 0.9, LEFT, HEADER - 3, RIGHT, HEADER - 3);
}

/** One row for each certification and, where there is more than one amount, their total, from a top y. */
export function drawTableRows(content: Content, sheet: NoticeSheet, density: Density, top: number): void {
  let y = top + HEADER - 3;
  for (const line of sheet.lines) {
    drawRow(content, line, density, y);
    y += rowHeight(line, density);
    content.rule('soft', 0.4, LEFT, y, RIGHT, y);
  }
  if (!hasTotal(sheet)) return;
  const base = y + density.rowPadding + density.row.size * 0.95;
  content.text(density.row, LEFT, base, 'Total due');
  content.text(density.amount, RIGHT, base, displayCents(sheet.totalCents), 'right');
}

function drawRow(content: Content, line: NoticeLine, density: Density, top: number): void {
  const { row, amount, detail, rowLeading, rowPadding } = density;
  const first = top + rowPadding + row.size * 0.95;
  const second = first + rowLeading;
  content.text(row, LEFT, first, `${line.certificationName} (${line.code})`);
  const arrears = displayCents(line.arrearsCents);
  const inline = line.arrearsCents > 0 && density.arrearsInline;
  const year = `Year ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
  content.text(detail, LEFT, second, inline ? `${year}; earlier years ${arrears}` : year);
  const [points, cycle] = pointsText(line);
  content.text({ ...row, face: 'plain' }, POINTS, first, points);
  content.text(detail, POINTS, second, cycle);
  content.text(amount, RIGHT, first, displayCents(line.amountCents), 'right');
  content.text(detail, RIGHT, second, `due ${displayDate(line.dueOn)}`, 'right');
  if (line.arrearsCents === 0 || inline) return;
  content.text(detail, LEFT, second + rowLeading, 'Earlier years, past due');
  content.text({ ...amount, size: row.size }, RIGHT, second + rowLeading, arrears, 'right');
}

/** What is recorded, required and outstanding, and when the cycle ends. */
function pointsText(line: NoticeLine): readonly [string, string] {
  const cycle = `Cycle ends ${displayDate(line.cycleEnd)}`;
  if (!line.boundByCcp) return ['Voluntary: none required', cycle];
  const points = `${line.pointsCounted} of ${line.pointsRequired} recorded, ${line.pointsOutstanding} outstanding`;
  return [points, line.attested ? `Attested. ${cycle}` : cycle];
}

function rowHeight(line: NoticeLine, density: Density): number {
  const lines = line.arrearsCents === 0 || density.arrearsInline ? 2 : 3;
  return lines * density.rowLeading + 2 * density.rowPadding;
}

function hasTotal(sheet: NoticeSheet): boolean {
  return sheet.lines.length > 1 || sheet.lines.some((line) => line.arrearsCents > 0);
}
