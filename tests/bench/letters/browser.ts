import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { encode } from 'uqr';
import { FACES } from '../../../electron/printing/type/face.ts';
import { RESOURCES } from '../../printing/sample-run.ts';
import { browserPath } from './browser-path.ts';
import { benchmarkRun } from './sample.ts';
import { type LetterWords, letterWords } from './words.ts';

/** The same letters as a web page printed to PDF, which is what Electron's printToPDF does. */
export async function printByBrowser(sheets: number, file: string): Promise<void> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('No Chromium is installed.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const source = `${file}.html`;
  writeFileSync(
    source,
    html([...benchmarkRun(sheets)].map((sheet) => article(letterWords(sheet), sheet.memberName)).join('\n')),
  );
  await page.goto(`file://${source}`);
  await page.pdf({ path: file, format: 'Letter' });
  await browser.close();
}

function html(body: string): string {
  const faces = Object.entries(FACES).map(
    ([name, font]) => `@font-face{font-family:${name};src:url("file://${RESOURCES}/fonts/${font}")}`,
  );
  return `<!doctype html><html lang="en-US"><meta charset="utf-8"><style>${faces.join('')}
@page{size:letter;margin:0} body{margin:0;font:10pt text}
article{position:relative;width:612pt;height:791pt;page-break-after:always;overflow:hidden}
article>*{position:absolute;margin:0;white-space:pre-line} .s{font-family:plain;font-size:9pt} .b{font-family:plainBold}
main{left:54pt;top:232pt;width:504pt;font:10pt text} main p{margin:4pt 0} td{font:9pt plain} table{width:100%}
svg{left:486pt;top:576pt;width:72pt;height:72pt}</style>${body}</html>`;
}

function article(words: LetterWords, name: string): string {
  const at = (left: number, top: number, text: string, kind = 's') =>
    `<div class="${kind}" style="left:${left}pt;top:${top}pt">${text}</div>`;
  const pairs = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([label, value]) => `${label} ${value}`).join('\n');
  const code = encode(words.code, { ecc: 'M', border: 0, boostEcc: false });
  const path = code.data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return `<article>${at(54, 31, 'EBC', 'b')}${at(93, 27, words.wordmark, 'b')}${at(400, 26, words.contact.join('\n'))}
${at(54, 74, words.from.join('\n'))}${at(54, 164, words.address.join('\n'))}${at(351, 67, `${pairs(words.facts)}\n${words.run}`)}
${at(365, 146, `Amount due ${words.past}`)}${at(365, 160, words.amount, 'b')}${at(365, 197, words.due, 'b')}
<main><b>${words.subject}</b>${[...words.opening].map((text) => `<p>${text}</p>`).join('')}
<table>${[words.heads, ...words.rows].map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>
${words.rest.map((text) => `<p>${text}</p>`).join('')}<p><i>${words.policy}</i></p>${words.closing.map((text) => `<p>${text}</p>`).join('')}</main>
${at(220, 544, words.slip)}${at(54, 574, 'Payment slip', 'b')}${at(54, 600, `Send this slip and your check to\n${words.sendTo.join('\n')}`)}
${at(264, 575, name, 'b')}${at(264, 601, pairs(words.slipFacts))}${at(66, 713, `Amount due ${words.amount}`)}${at(318, 713, 'Amount enclosed $')}
<svg viewBox="0 0 ${code.size} ${code.size}"><path d="${path}"/></svg>${at(440, 650, words.code)}</article>`;
}
