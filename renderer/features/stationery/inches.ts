/** Where the measured lines belong, in inches from the paper's edges, as the calibration page has them. */
const BELONGS = 2;

/** How far off a line is that was measured so, in inches; null for what is no length of the page. */
export function readInches(text: string): number | null {
  const match = /^\s*(\d)(?:[.,](\d{1,3}))?\s*(?:in|″|")?\s*$/.exec(text);
  if (match === null) return null;
  const inches = Number(`${match[1]}.${match[2] ?? '0'}`);
  return Math.round((inches - BELONGS) * 1000) / 1000;
}

/** Where a line is measured on a printer that is so far off. */
export function lineAt(offset: number): string {
  return (BELONGS + offset).toFixed(3).replace(/0+$/, '').replace(/\.$/, '.0');
}
