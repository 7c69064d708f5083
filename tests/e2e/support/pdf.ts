import { execFileSync } from 'node:child_process';

/** Pages of a PDF, as another program counts them. @throws Error where it is not a whole PDF */
export function pagesIn(file: string): number {
  const pages = /^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1];
  if (pages === undefined) throw new Error(`${file} has no pages`);
  return Number(pages);
}

/** What is written on a PDF's pages. */
export function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
