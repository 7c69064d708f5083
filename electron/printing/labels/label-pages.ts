import { addressLeading, type FittedAddress } from '../address/fit-address.ts';
import type { Content, Style } from '../pdf/content.ts';
import { type LabelSheet, labelCorner, labelsOn, labelWindow } from './label-sheet.ts';

/**
 * The pages of a set of labels, row by row.
 * @param start the first label that is still on the first sheet, from 1
 */
export function labelPages(
  sheet: LabelSheet,
  labels: readonly FittedAddress[],
  start: number,
): readonly ((content: Content) => void)[] {
  const each = labelsOn(sheet);
  const places = labels.map((label, at) => ({ label, place: start - 1 + at }));
  const byPage = Map.groupBy(places, ({ place }) => Math.floor(place / each));
  return [...byPage.values()].map((onPage) => (content: Content) => {
    for (const { label, place } of onPage) drawLabel(content, sheet, label, place % each);
  });
}

function drawLabel(content: Content, sheet: LabelSheet, { lines, size }: FittedAddress, at: number): void {
  const { left, top } = labelCorner(sheet, at);
  const leading = addressLeading(labelWindow(sheet), size, lines.length);
  const height = 1.424 * size + leading * (lines.length - 1);
  const first = (top + sheet.label.height / 2) * 72 - height / 2 + 1.024 * size;
  const style: Style = { face: 'plain', size, ink: 'ink' };
  lines.forEach((line, row) => {
    content.text(style, (left + sheet.clearance.across) * 72, first + row * leading, line);
  });
}
