import { join } from 'node:path';

/** Where the whole PDF of a run is kept in the office folder. */
export function runPdf(folder: string, run: string): string {
  return join(folder, 'runs', run, `${run}.pdf`);
}

/** Where a reprint of some sheets is kept. */
export function reprintPdf(folder: string, run: string, from: number, to: number): string {
  return join(folder, 'runs', run, `${run}-sheets-${from}-${to}.pdf`);
}
