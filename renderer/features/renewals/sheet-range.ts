import { RUN_PARTS, type RunPart } from '../../../shared/util/run-file.ts';

/** Sheets of a run to print again, both inside. */
export interface SheetRange {
  readonly from: number;
  readonly to: number;
}

/** The range that two fields say, or what is wrong with it in a sentence. An empty “to” means one sheet alone. */
export function readRange(
  from: string,
  to: string,
  sheets: number,
): { readonly range: SheetRange } | { readonly field: 'from' | 'to'; readonly wrong: string } {
  const last = sheets.toLocaleString('en-US');
  const first = sheetNumber(from);
  if (first === null || first > sheets) return { field: 'from', wrong: `Give a sheet from 1 to ${last}.` };
  const end = to.trim() === '' ? first : sheetNumber(to);
  if (end === null || end > sheets) return { field: 'to', wrong: `Give a sheet from 1 to ${last}.` };
  if (end < first) return { field: 'to', wrong: `Give ${first} or a later sheet.` };
  return { range: { from: first, to: end } };
}

/** `sheet 17`, `sheets 214 to 230`. */
export function rangeWords({ from, to }: SheetRange): string {
  const said = (sheet: number) => sheet.toLocaleString('en-US');
  return from === to ? `sheet ${said(from)}` : `sheets ${said(from)} to ${said(to)}`;
}

/** Which of a run's PDFs a place shows: `all` the whole, `214-230` some sheets, `cover` what was printed beside them, null none. */
export function readSheets(text: string | null): 'all' | RunPart | SheetRange | null {
  const part = RUN_PARTS.find((one) => one === text);
  if (part !== undefined) return part;
  if (text === 'all') return 'all';
  const match = /^(\d{1,6})-(\d{1,6})$/.exec(text ?? '');
  if (match === null) return null;
  const range = { from: Number(match[1]), to: Number(match[2]) };
  return range.from >= 1 && range.to >= range.from ? range : null;
}

function sheetNumber(text: string): number | null {
  const digits = text.trim().replaceAll(',', '');
  if (!/^\d{1,7}$/.test(digits) || Number(digits) < 1) return null;
  return Number(digits);
}
