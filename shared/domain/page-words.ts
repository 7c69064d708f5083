import type { CalendarDate } from './facts.ts';

/** A corner of a page: shares of its width and height, from its top left. */
export type Corner = readonly [x: number, y: number];

/** The four corners of something on a page, which may lie askew. */
export type Quad = readonly [Corner, Corner, Corner, Corner];

/** A word as it stands on a page. */
export interface PlacedWord {
  readonly text: string;
  readonly at: Quad;
  /** So unsure that only a card number is looked for in it. */
  readonly faint?: true;
}

/** Where words come from: the document's own text, or recognised in its picture, which errs. */
export const WORD_SOURCES = ['text', 'recognised'] as const;
export type WordSource = (typeof WORD_SOURCES)[number];

/** The words of a page, line by line from its top. */
export interface PlacedLines {
  readonly source: WordSource;
  readonly lines: readonly (readonly PlacedWord[])[];
}

/** What a reviewer looks for on a proof, as the page itself words it. Proposals: they decide nothing. */
export interface PageProposals {
  readonly names: readonly string[];
  readonly dates: readonly CalendarDate[];
  /** Such as `3.5 contact hours`. */
  readonly hours: readonly string[];
  readonly providers: readonly string[];
}

/** The words of a page for the window: no card number is in them. */
export interface PageWords {
  readonly source: WordSource;
  readonly lines: readonly string[];
  readonly proposals: PageProposals;
  /** How many things on the page look like a card number; they are covered in its picture. */
  readonly cardNumbers: number;
}

/** What stands in the words for a card number. */
export const CARD_COVERED = '[card number covered]';

/** The words of a text in letters and digits alone, without accents or case, for comparing what a machine read. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/**
 * Whether somebody's name stands in one of the lines: its first and its last word, each with at most one letter misread, near each
 * other.
 */
export function nameStands(lines: readonly string[], name: string): boolean {
  const words = plainWords(name);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (first === '' || last === '' || words.length < 2) return false;
  return lines.some((line) => {
    const there = plainWords(line);
    const at = (wanted: string) => there.flatMap((word, index) => (nearly(word, wanted) ? [index] : []));
    return at(first).some((i) => at(last).some((j) => i !== j && Math.abs(i - j) <= 3));
  });
}

/** The same word, but for one letter where it is long enough for that to mean the same word. */
function nearly(read: string, wanted: string): boolean {
  if (read === wanted) return true;
  if (wanted.length < 4 || Math.abs(read.length - wanted.length) > 1) return false;
  let head = 0;
  while (head < wanted.length && read[head] === wanted[head]) head += 1;
  const [restRead, restWanted] = [read.slice(head), wanted.slice(head)];
  return (
    restRead.slice(1) === restWanted.slice(1) ||
    restRead.slice(1) === restWanted ||
    restRead === restWanted.slice(1)
  );
}
