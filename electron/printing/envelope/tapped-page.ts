import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { type Belonging, type PageMark, type TapTest, tapTest } from '../../../shared/domain/tap-test.ts';
import { placeLogo } from '../letter/logo.ts';
import { officeAddress } from '../letter/merge-fields.ts';
import { noticePage } from '../letter/notice-page.ts';
import { placeSignature } from '../letter/signature.ts';
import { PdfFile } from '../pdf/document.ts';
import type { PrintOptions } from '../print-notices.ts';
import { loadLetterFonts } from '../type/face.ts';
import { Typesetter } from '../type/typesetter.ts';
import { pageMarks, WatchedResources } from './page-marks.ts';

/** A sheet as it would be printed, tapped in its envelope. */
export interface TappedPage {
  readonly marks: readonly PageMark[];
  readonly test: TapTest;
}

/**
 * Sets a sheet as printing does, reads back where every character and drawing stands, and taps it to every side of the envelope.
 * @throws StandingError as `printNotices`
 */
export async function tappedPage(
  sheet: NoticeSheet,
  { office, letter, envelope, fontsDir, signature, barcodes }: Omit<PrintOptions, 'outFile'>,
): Promise<TappedPage> {
  const fonts = loadLetterFonts(fontsDir);
  const words = { title: '', author: '', subject: '', language: 'en-US', dated: sheet.dated };
  const pdf = new PdfFile(words);
  const shared = new WatchedResources(pdf, {
    text: new Typesetter(fonts.text),
    textBold: new Typesetter(fonts.textBold),
    textItalic: new Typesetter(fonts.textItalic),
    plain: new Typesetter(fonts.plain),
    plainBold: new Typesetter(fonts.plainBold),
  });
  const logo = office.logo === null ? null : await placeLogo(pdf, shared, office.logo);
  const signed =
    signature === undefined || signature === null ? null : await placeSignature(pdf, shared, signature);
  const parts = { office, letter, shared, signature: signed, broken: new Map() };
  const content = noticePage(parts, envelope, logo, sheet, barcodes ?? null).slice();
  const marks = pageMarks(content, shared);
  const streets = officeAddress(office);
  const belonging: Belonging = {
    addressWindow: sheet.addressLines,
    returnWindow: [office.name, ...streets, streets.slice(0, -1).join(', ')],
    barcode: barcodes !== undefined && barcodes !== null,
  };
  return { marks, test: tapTest(envelope, marks, belonging) };
}
