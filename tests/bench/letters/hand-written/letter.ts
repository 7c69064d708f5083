import { qrPath, qrRows } from '../../../../electron/printing/pdf/qr-code.ts';
import type { FACES } from '../../../../electron/printing/type/face.ts';
import type { LetterWords } from '../words.ts';
import { Drawing, type Once } from './drawing.ts';
import type { OwnFace } from './own-face.ts';

export type Faces = Readonly<Record<keyof typeof FACES, OwnFace>>;

const INK = '0.1 g';
const SOFT = '0.34 g';
const ACCENT = '0.106 0.227 0.361 rg';

/** One letter: what all letters share by name, the rest drawn. */
export function letterPage(faces: Faces, words: LetterWords, memberName: string, once: Once): Drawing {
  const page = new Drawing();
  page.place(once('sheet', (shared) => drawSheet(shared, faces, words)).name, 0);
  drawAside(page, faces, words);
  drawBody(page, faces, words, once);
  drawSlip(page, faces, words, memberName);
  return page;
}

/** Letterhead, labels, boxes, folds and the slip's own words. */
function drawSheet(page: Drawing, { plain, plainBold, textBold }: Faces, words: LetterWords): number {
  page.raw(`q ${ACCENT} 54 741 29 29 re f Q`);
  page.text(textBold, 9.5, '1 g', 68.5, 752, 'EBC', 0.5);
  page.text(textBold, 15, ACCENT, 93, 750, words.wordmark);
  for (const [at, line] of words.contact.entries())
    page.text(plain, 8.5, SOFT, 558, 757.5 - 12 * at, line, 1);
  for (const [at, line] of words.from.entries())
    page.text(at === 0 ? plainBold : plain, 9, INK, 54, 709 - 11 * at, line);
  for (const [at, [label]] of words.facts.entries()) page.text(plain, 9, SOFT, 351, 716 - 14 * at, label);
  page.raw(
    'q 0.955 g 351 568 207 90 re f 54 54 240 40 re f 0.106 0.227 0.361 RG 0.9 w 351 568 207 90 re 54 54 240 40 re S Q',
  );
  page.raw('q 0.34 G 0.5 w 306 54 252 40 re 10 504 m 22 504 l 590 504 m 602 504 l S');
  page.raw('10 252 m 22 252 l 590 252 m 602 252 l S [4 3] 0 d 18 252 m 594 252 l S Q');
  page.text(plain, 9, SOFT, 365, 637, 'Amount due');
  page.text(plain, 7.5, SOFT, 306, 241, words.slip, 0.5);
  page.text(textBold, 13.5, ACCENT, 54, 206, 'Payment slip');
  page.text(plain, 9, SOFT, 54, 183, 'Send this slip and your check to');
  for (const [at, line] of words.sendTo.entries())
    page.text(at === 0 ? plainBold : plain, 10, INK, 54, 168 - 13 * at, line);
  for (const [at, [label]] of words.slipFacts.entries()) page.text(plain, 9, SOFT, 264, 183 - 19 * at, label);
  page.text(plain, 9, SOFT, 66, 70, 'Amount due');
  page.text(plain, 9, SOFT, 318, 70, 'Amount enclosed');
  page.text(plainBold, 15, INK, 402, 68, '$');
  return 792;
}

function drawAside(page: Drawing, { plain, plainBold, textBold }: Faces, words: LetterWords): void {
  for (const [at, line] of words.address.entries()) page.text(plain, 11, INK, 54, 617 - 13 * at, line);
  for (const [at, [, value]] of words.facts.entries()) page.text(plain, 10, INK, 439, 716 - 14 * at, value);
  page.text(plain, 9, SOFT, 351, 688, words.run);
  page.text(plain, 9, SOFT, 544, 637, words.past, 1);
  page.text(plainBold, 27, INK, 365, 608, words.amount);
  page.text(plainBold, 11, ACCENT, 365, 584, words.due);
  page.text(textBold, 13.5, ACCENT, 54, 548, words.subject);
}

function drawBody(page: Drawing, faces: Faces, words: LetterWords, once: Once): void {
  const { plain, text, textItalic } = faces;
  let y = 530;
  const drawn = (on: Drawing, top: number, paragraph: string) => {
    const lines = text.lines(paragraph, 10, 504);
    on.lines(text, 10, INK, 54, top, 13, lines);
    return 13 * lines.length + 4;
  };
  const shared = (paragraph: string) => {
    const { name, height } = once(paragraph, (form) => drawn(form, 0, paragraph));
    page.place(name, y);
    return height;
  };
  for (const paragraph of words.opening) y -= drawn(page, y, paragraph);
  page.place(once('heads', (form) => drawRow(form, plain, SOFT, 0, words.heads)).name, y);
  for (const row of words.rows) {
    y -= 12;
    drawRow(page, plain, INK, y, row);
  }
  y -= 18;
  // An amount differs from letter to letter.
  for (const paragraph of words.rest)
    y -= paragraph.includes('$') ? drawn(page, y, paragraph) : shared(paragraph);
  const policy = textItalic.lines(words.policy, 8.5, 504);
  page.lines(textItalic, 8.5, SOFT, 54, y, 11, policy);
  y -= 11 * policy.length + 4;
  for (const paragraph of words.closing) y -= shared(paragraph);
}

function drawRow(page: Drawing, face: OwnFace, ink: string, y: number, row: readonly string[]): number {
  const [left = '', middle = '', right = ''] = row;
  page.text(face, 9, ink, 54, y, left);
  page.text(face, 9, ink, 304, y, middle);
  page.text(face, 9, ink, 558, y, right, 1);
  return 12;
}

function drawSlip(page: Drawing, { plain, plainBold }: Faces, words: LetterWords, memberName: string): void {
  page.text(plainBold, 11, INK, 264, 206, memberName);
  for (const [at, [, value]] of words.slipFacts.entries())
    page.text(plain, 10, INK, 344, 182 - 19 * at, value);
  page.text(plainBold, 15, INK, 282, 68, words.amount, 1);
  page.text(plain, 6.5, SOFT, 558, 133, words.code, 1);
  const rows = qrRows(words.code);
  const module = 72 / rows.length;
  page.raw(`q 0 g ${module} 0 0 ${module} 486 144 cm\n${qrPath(rows)} Q`);
}
