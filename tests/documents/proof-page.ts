import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** A certificate of completion as a provider prints it, a line each; the first two and the name are large. */
export const CERTIFICATE = [
  'Certificate of Completion',
  'This certifies that',
  'Jane Q. Roe, RMA',
  'has successfully completed',
  'Phlebotomy Safety Update',
  'on May 3, 2024',
  '3.5 contact hours',
  'Provider: American Society for Clinical Laboratory Science',
  'Paid by Visa 4111 1111 1111 1111, expires 04/27',
] as const;

/** Writes lines as a PDF of one page with text of its own. @returns its file */
export async function writeProof(
  folder: string,
  lines: readonly string[] = CERTIFICATE,
  { rotate = 0 }: { readonly rotate?: number } = {},
): Promise<string> {
  const document = new PDFDocument({ size: 'LETTER' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  if (rotate !== 0) Object.assign(document.page.dictionary.data, { Rotate: rotate });
  lines.forEach((line, at) => {
    document
      .font('Times-Roman')
      .fontSize(at === 0 ? 32 : at === 2 ? 22 : 14)
      .text(line, { align: 'center' })
      .moveDown(0.4);
  });
  document.end();
  await ended;
  const file = join(folder, `proof-${rotate}-${lines.length}.pdf`);
  writeFileSync(file, Buffer.concat(parts));
  return file;
}
