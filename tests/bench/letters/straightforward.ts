import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { FACES } from '../../../electron/printing/type/face.ts';
import { RESOURCES } from '../../printing/sample-run.ts';
import { benchmarkRun } from './sample.ts';
import { letterWords } from './words.ts';

/** The same letters as pdfkit's guide would have them drawn: `text()` for every text, a rectangle a QR module. */
export async function printStraightforward(sheets: number, file: string): Promise<void> {
  const doc = new PDFDocument({ size: 'LETTER', autoFirstPage: false, margin: 0, lang: 'en-US' });
  const out = createWriteStream(file);
  doc.pipe(out);
  for (const [name, font] of Object.entries(FACES)) doc.registerFont(name, `${RESOURCES}/fonts/${font}`);
  for (const sheet of benchmarkRun(sheets)) {
    const words = letterWords(sheet);
    doc.addPage();
    doc.outline.addItem(`${sheet.sheet}  ${sheet.memberName}  ${sheet.memberNo}`);
    const plain = (size: number, ink = '#1a1a1a') => doc.font('plain').fontSize(size).fillColor(ink);
    const bold = (size: number, ink = '#1a1a1a') => doc.font('plainBold').fontSize(size).fillColor(ink);
    doc.circle(68.5, 36.5, 14.5).fill('#1b3a5c').circle(68.5, 36.5, 12.5).stroke('white');
    doc.font('textBold').fontSize(9.5).fillColor('white').text('EBC', 54, 31, { width: 29, align: 'center' });
    doc.font('textBold').fontSize(15).fillColor('#1b3a5c').text(words.wordmark, 93, 27);
    words.contact.forEach((text, at) => {
      plain(8.5, '#575757').text(text, 300, 26 + 12 * at, { width: 258, align: 'right' });
    });
    words.from.forEach((text, at) => {
      (at === 0 ? bold(9) : plain(9)).text(text, 54, 74 + 11 * at);
    });
    words.address.forEach((text, at) => {
      plain(11).text(text, 54, 164 + 13 * at);
    });
    words.facts.forEach(([label, value], at) => {
      plain(9, '#575757').text(label, 351, 67 + 14 * at);
      plain(10).text(value, 439, 66 + 14 * at);
    });
    plain(9, '#575757').text(words.run, 351, 95);
    doc.rect(351, 134, 207, 90).fillAndStroke('#f3f3f3', '#1b3a5c');
    plain(9, '#575757').text('Amount due', 365, 146);
    if (words.past !== '') plain(9, '#575757').text(words.past, 400, 146, { width: 144, align: 'right' });
    bold(27).text(words.amount, 365, 157);
    bold(11, '#1b3a5c').text(words.due, 365, 197);
    doc.font('textBold').fontSize(13.5).fillColor('#1b3a5c').text(words.subject, 54, 232);
    doc.y = 254;
    const body = (text: string) =>
      doc
        .font('text')
        .fontSize(10)
        .fillColor('#1a1a1a')
        .text(text, 54, doc.y + 4, { width: 504 });
    for (const text of words.opening) body(text);
    let y = doc.y + 8;
    for (const row of [words.heads, ...words.rows]) {
      plain(9).text(row[0], 54, y, { width: 245 });
      plain(9).text(row[1], 304, y, { width: 180 });
      plain(9).text(row[2], 440, y, { width: 118, align: 'right' });
      y += 12;
    }
    doc.moveTo(54, y).lineTo(558, y).stroke('#575757');
    doc.y = y;
    for (const text of words.rest) body(text);
    doc
      .font('textItalic')
      .fontSize(8.5)
      .fillColor('#575757')
      .text(words.policy, 54, doc.y + 2, { width: 504 });
    for (const text of words.closing) body(text);
    for (const fold of [288, 540])
      doc.moveTo(10, fold).lineTo(22, fold).moveTo(590, fold).lineTo(602, fold).stroke('#575757');
    doc.moveTo(18, 540).lineTo(594, 540).dash(4, { space: 3 }).stroke('#575757').undash();
    plain(7.5, '#575757').text(words.slip, 54, 544, { width: 504, align: 'center' });
    doc.font('textBold').fontSize(13.5).fillColor('#1b3a5c').text('Payment slip', 54, 574);
    plain(9, '#575757').text('Send this slip and your check to', 54, 600);
    words.sendTo.forEach((text, at) => {
      (at === 0 ? bold(10) : plain(10)).text(text, 54, 615 + 13 * at);
    });
    bold(11).text(sheet.memberName, 264, 575);
    words.slipFacts.forEach(([label, value], at) => {
      plain(9, '#575757').text(label, 264, 601 + 19 * at);
      plain(10).text(value, 344, 600 + 19 * at);
    });
    doc.rect(54, 698, 240, 40).fillAndStroke('#f3f3f3', '#1b3a5c').rect(306, 698, 252, 40).stroke('#575757');
    plain(9, '#575757').text('Amount due', 66, 713);
    bold(15).text(words.amount, 150, 709, { width: 132, align: 'right' });
    plain(9, '#575757').text('Amount enclosed', 318, 713);
    bold(15).text('$', 402, 709);
    const code = encode(words.code, { ecc: 'M', border: 0, boostEcc: false });
    const module = 72 / code.size;
    doc.fillColor('black');
    code.data.forEach((row, qy) => {
      row.forEach((dark, qx) => {
        if (dark) doc.rect(486 + qx * module, 576 + qy * module, module, module).fill();
      });
    });
    plain(6.5, '#575757').text(words.code, 440, 650, { width: 118, align: 'right' });
    if (out.writableNeedDrain) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
    else if (sheet.sheet % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  doc.end();
  await finished(out);
}
