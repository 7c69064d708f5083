import type { DocumentType } from '../../../shared/domain/intake.ts';
import type { PlacedLines, Quad } from '../../../shared/domain/page-words.ts';

/** What one page says. */
export interface PageReading {
  /** Texts of the codes on it that look like ours. */
  readonly codes: readonly string[];
  /** A code is there that cannot be read whole: torn, smudged or cut off. */
  readonly damaged: boolean;
  /** Nothing is printed or written on it. */
  readonly blank: boolean;
}

/** Why a document's pages cannot be read. */
export type Unreadable =
  | 'encrypted'
  | 'broken'
  | 'too-many-pages'
  | 'too-large-pages'
  | 'unknown-type'
  | 'too-much-memory'
  | 'too-slow'
  | 'crashed';

/** What was read of a document. */
export type Reading = { readonly pages: readonly PageReading[] } | { readonly unreadable: Unreadable };

/** How much a document may ask of the reader. */
export interface ReadingLimits {
  readonly pages: number;
  /** Of one page, once decoded. */
  readonly pixels: number;
  /** Longest wait for the next page, in milliseconds. */
  readonly pageMs: number;
  /** Longest wait for the whole document, in milliseconds. */
  readonly fileMs: number;
}

export const READING_LIMITS: ReadingLimits = {
  pages: 1000,
  pixels: 120_000_000,
  pageMs: 20_000,
  fileMs: 600_000,
};

/** How large a page is drawn: to be read, or to be chosen by. */
export type PictureSize = 'whole' | 'small';

/** To the reading process. */
export type ReadingOrder = { readonly id: number; readonly file: string; readonly type: DocumentType } & (
  | { readonly what: 'codes'; readonly limits: ReadingLimits }
  | {
      readonly what: 'picture';
      readonly page: number;
      readonly size: PictureSize;
      /** What is painted over. */
      readonly covered: readonly Quad[];
      readonly limits: ReadingLimits;
    }
  | {
      readonly what: 'words';
      readonly page: number;
      /** Whether words are looked for in the picture where the page has no text of its own. */
      readonly recognise: boolean;
      readonly limits: ReadingLimits;
    }
);

/** From the reading process: `page` after each page of a document. */
export type ReadingMessage =
  | { readonly id: number; readonly page: number }
  | { readonly id: number; readonly reading: Reading }
  | { readonly id: number; readonly picture: string | null }
  | { readonly id: number; readonly words: PlacedLines | null };
