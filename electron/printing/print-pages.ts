import { deflateSync } from 'node:zlib';
import type { Signature } from '../../shared/domain/stationery.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import type { PlacedLogo } from './letter/letterhead.ts';
import { placeLogo } from './letter/logo.ts';
import { type PlacedSignature, placeSignature } from './letter/signature.ts';
import { Content, type Typesetters } from './pdf/content.ts';
import { type DocumentWords, PdfFile } from './pdf/document.ts';
import { SharedResources } from './pdf/forms.ts';
import { OutputFile } from './pdf/output-file.ts';
import { loadLetterFonts } from './type/face.ts';
import { Typesetter, UnprintableCharacter } from './type/typesetter.ts';

export interface PagesOptions {
  readonly words: DocumentWords;
  /** The folder with the letter fonts (`resources/fonts`). */
  readonly fontsDir: string;
  readonly outFile: string;
  /** Of every page, in inches; US Letter where left out. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Pictures that the pages place: PNG or JPEG, base64. */
  readonly logo?: string | null;
  readonly signature?: Signature | null;
}

/** Pictures of the office that are in the file already. */
export interface PlacedPictures {
  readonly logo: PlacedLogo | null;
  readonly signature: PlacedSignature | null;
}

/** Typesetters of the letter fonts, to print with or to measure by. @throws StandingError `fonts-missing` */
export function letterSetters(fontsDir: string): Typesetters {
  const fonts = loadLetterFonts(fontsDir);
  return {
    text: new Typesetter(fonts.text),
    textBold: new Typesetter(fonts.textBold),
    textItalic: new Typesetter(fonts.textItalic),
    plain: new Typesetter(fonts.plain),
    plainBold: new Typesetter(fonts.plainBold),
  };
}

/**
 * Prints a few pages, each drawn by a function, into one PDF; the same pages give the same bytes.
 * @throws StandingError `cannot-write`, `fonts-missing`, `unprintable`, `bad-logo`, `bad-image`; then no file is left behind.
 */
export async function printPages(
  { words, fontsDir, outFile, size, logo = null, signature = null }: PagesOptions,
  pages: readonly ((content: Content, pictures: PlacedPictures) => void)[],
): Promise<{ readonly sha256: string; readonly pages: number }> {
  const file = await OutputFile.open(outFile);
  try {
    const pdf = new PdfFile(words);
    const shared = new SharedResources(pdf, letterSetters(fontsDir));
    const pictures: PlacedPictures = {
      logo: logo === null ? null : await placeLogo(pdf, shared, logo),
      signature: signature === null ? null : await placeSignature(pdf, shared, signature),
    };
    for (const draw of pages) {
      const content = new Content(shared.setters);
      draw(content, pictures);
      const contents = pdf.object({ Filter: 'FlateDecode' });
      pdf.write(contents, deflateSync(content.bytes()));
      pdf.page(contents, shared.object, size);
    }
    shared.end();
    pdf.end();
    await pdf.drain((bytes) => file.write(bytes));
    const { sha256 } = await file.finish();
    return { sha256, pages: pages.length };
  } catch (error) {
    await file.discard();
    if (!(error instanceof UnprintableCharacter)) throw error;
    throw new StandingError(
      'unprintable',
      `“${error.text}” cannot be printed: the letter fonts have no “${error.character}”.`,
      'Correct it and print again.',
      { cause: error },
    );
  }
}
