import { deflateSync } from 'node:zlib';
import { STYLES } from './letter/styles.ts';
import { Content } from './pdf/content.ts';
import { PdfFile } from './pdf/document.ts';
import { SharedResources } from './pdf/forms.ts';
import { OutputFile } from './pdf/output-file.ts';
import { loadLetterFonts } from './type/face.ts';
import { Typesetter } from './type/typesetter.ts';

/** Where the two lines that are measured belong, in inches from the paper's left and top edges. */
export const CALIBRATION = { fromLeft: 2, fromTop: 2 } as const;
/** Length in inches of the bar that shows whether the printer scales the page. */
const BAR = 5;

export interface CalibrationOptions {
  readonly fontsDir: string;
  readonly outFile: string;
  readonly sheet: { readonly width: number; readonly height: number };
  readonly dated: string;
}

/**
 * Prints the page that a printer is measured with: a line two inches from the left, one two inches from the top, rulers along both,
 * and a bar that must be five inches long.
 * @throws StandingError `cannot-write`, `fonts-missing`
 */
export async function printCalibrationPage(options: CalibrationOptions): Promise<void> {
  const fonts = loadLetterFonts(options.fontsDir);
  const pdf = new PdfFile({
    title: 'Printer calibration page',
    author: 'Standing',
    subject: 'Measure two lines and type the numbers',
    language: 'en-US',
    dated: options.dated,
  });
  const shared = new SharedResources(pdf, {
    text: new Typesetter(fonts.text),
    textBold: new Typesetter(fonts.textBold),
    textItalic: new Typesetter(fonts.textItalic),
    plain: new Typesetter(fonts.plain),
    plainBold: new Typesetter(fonts.plainBold),
  });
  const content = new Content(shared.setters);
  draw(content);
  const contents = pdf.object({ Filter: 'FlateDecode' });
  pdf.write(contents, deflateSync(content.bytes()));
  pdf.page(contents, shared.object, options.sheet);
  shared.end();
  pdf.end();
  const file = await OutputFile.open(options.outFile);
  try {
    await pdf.drain((bytes) => file.write(bytes));
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function draw(content: Content): void {
  const left = CALIBRATION.fromLeft * 72;
  const top = CALIBRATION.fromTop * 72;
  content.rule('ink', 0.5, left, 36, left, 7 * 72);
  content.rule('ink', 0.5, 36, top, 7 * 72, top);
  for (let sixteenth = 1; sixteenth <= 80; sixteenth++) {
    const length = sixteenth % 16 === 0 ? 12 : sixteenth % 8 === 0 ? 8 : sixteenth % 2 === 0 ? 5 : 3;
    const along = (sixteenth * 72) / 16;
    content.rule('ink', 0.4, left + along, top, left + along, top + length);
    content.rule('ink', 0.4, left, top + along, left + length, top + along);
    if (sixteenth % 16 !== 0) continue;
    const inches = String(CALIBRATION.fromLeft + sixteenth / 16);
    content.text(STYLES.small, left + along, top + 22, inches, 'center');
    content.text(STYLES.small, left + 16, top + along + 2.5, inches);
  }
  content.text(STYLES.valueBold, left + 8, 48, 'A');
  content.text(STYLES.valueBold, 42, top - 6, 'B');
  const words = left + 48;
  content.text(STYLES.subject, words, top + 66, 'Printer calibration');
  INSTRUCTIONS.forEach((line, at) => {
    content.text(STYLES.value, words, top + 90 + at * 16, line);
  });
  const bar = 8 * 72;
  content.rule('ink', 1, left, bar, left + BAR * 72, bar);
  for (const end of [left, left + BAR * 72]) content.rule('ink', 1, end, bar - 8, end, bar + 8);
  content.text(
    STYLES.value,
    left,
    bar + 24,
    'This bar must be exactly 5 inches long. If it is not, the printer scales',
  );
  content.text(STYLES.value, left, bar + 38, 'the page: print it again at 100 % (“actual size”).');
}

const INSTRUCTIONS = [
  'Measure on this sheet, in inches:',
  'A: from the paper’s left edge to the upright line;',
  'B: from the paper’s top edge to the level line.',
  'Both should be 2 inches. Type what you measured in',
  'Settings, Envelopes.',
];
