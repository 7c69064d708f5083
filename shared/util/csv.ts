/** What a spreadsheet takes for the start of a formula. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;

/** A row of a CSV file for people to open: quoted as RFC 4180 says, and no cell that a spreadsheet would calculate. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A number alone is no formula, whatever its sign. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** `=1+1` becomes `'=1+1`: shown, never calculated. */
export function csvCell(text: string): string {
  const harmless = STARTS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
