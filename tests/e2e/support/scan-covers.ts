import { execFileSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { drawPage, PROOF } from '../../services/intake/pages.ts';
import { laidOnGlass } from '../../services/intake/scanned.ts';

/** A page of a printed PDF as a scanner delivers it: grey, a little crooked, with specks. @param page from 1 */
export async function scanOf(pdf: string, folder: string, page: number): Promise<Buffer> {
  const stem = join(folder, `page-${page}`);
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', ...only, pdf, stem]);
  const degrees = (page % 5) - 2;
  return laidOnGlass(readFileSync(`${stem}.png`), { degrees, dpi: 150, noise: 0.001, skew: 0.002 }, page);
}

/** A page of proof without any code. */
export function proofPage(): Buffer {
  return drawPage(PROOF, 'jpeg');
}

/** Scans one after the other in one PDF, as the scanner of the post leaves it. @returns its path */
export async function batchOf(folder: string, name: string, pages: readonly Buffer[]): Promise<string> {
  const file = join(folder, name);
  const document = new PDFDocument({ autoFirstPage: false });
  const out = document.pipe(createWriteStream(file));
  for (const page of pages) {
    document.addPage({ size: 'LETTER', margin: 0 });
    document.image(page, 0, 0, { width: 612, height: 792 });
  }
  document.end();
  await finished(out);
  return file;
}
