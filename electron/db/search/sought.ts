import { foldText } from '../../../shared/util/fold.ts';
import { foldEmail, phoneDigits } from './words.ts';

/** What someone typed, read in every way it may be meant. */
export interface Sought {
  /** Folded words, at most eight. */
  readonly words: readonly string[];
  /** All words as one: a number written with spaces or hyphens. */
  readonly joined: string;
  /** The digits where it is written like a telephone number or another number, else ''. */
  readonly digits: string;
  /** The folded address where it has an `@`, else ''. */
  readonly email: string;
}

const LONGEST = 100;
const MOST_WORDS = 8;
const LIKE_A_NUMBER = /^[\d\s()+.\-‐‑–/#]+$/;

export function readSought(text: string): Sought {
  const typed = text.slice(0, LONGEST).trim();
  const folded = foldText(typed);
  const words = folded === '' ? [] : folded.split(' ').slice(0, MOST_WORDS);
  return {
    words: words.filter((word) => /[\p{L}\p{N}]/u.test(word)),
    joined: words.join(''),
    digits: LIKE_A_NUMBER.test(typed) ? phoneDigits(typed) : '',
    email: typed.includes('@') ? foldEmail(typed) : '',
  };
}

/** The first text after every text that starts with this one. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}

/** An FTS5 string: nothing in it is an operator. */
export function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Any of the alternatives, as FTS5 writes it. */
export function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' OR ')})`;
}

/** All of them, as FTS5 writes it. */
export function allOf(terms: readonly string[]): string {
  return terms.join(' AND ');
}

/** Words that start so. */
export function startingWith(word: string): string {
  return `${quoted(word)}*`;
}
