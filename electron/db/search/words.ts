import { foldText } from '../../../shared/util/fold.ts';

/** The parts of a name that are searched. */
export interface SearchedName {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly suffix: string;
}

/**
 * The words a name is found by: each part folded as one word and, where it is compound, its pieces. `Anne-Marie O’Brien Smith`
 * has `annemarie`, `anne`, `marie`, `obriensmith`, `o`, `brien`, `obrien` and `smith`.
 */
export function nameWords({ first, middle, last, suffix }: SearchedName): readonly string[] {
  const words = new Set<string>();
  for (const part of [last, first, middle, suffix]) {
    if (part === '') continue;
    const folded = foldText(part);
    words.add(folded.replaceAll(' ', ''));
    if (PLAIN.test(part)) continue;
    for (const word of folded.split(' ')) words.add(word);
    for (const piece of foldText(part.replace(JOINTS, ' ')).split(' ')) words.add(piece);
  }
  words.delete('');
  return [...words];
}

const PLAIN = /^[a-zA-Z]+$/;
const JOINTS = /['’‘`´.\-‐‑–]/g;

/** An e-mail address as it is compared: lower case, letters, digits and `@` alone. */
export function foldEmail(email: string): string {
  return email.toLowerCase().replace(/[^a-z0-9@]+/g, '');
}

/** Where else an e-mail address may be entered: behind each separator of its first half, and at its domain; each behind an `@`. */
export function emailWords(email: string): readonly string[] {
  const at = email.lastIndexOf('@');
  if (at <= 0) return [];
  const words = new Set<string>();
  const pieces = email.slice(0, at).split(/[^a-zA-Z0-9]+/);
  for (const piece of pieces.slice(1)) words.add(`@${foldEmail(piece)}`);
  words.add(`@${foldEmail(email.slice(at + 1))}`);
  words.delete('@');
  return [...words];
}

/** The digits of a telephone number, without the country code of the United States. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D+/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** A member or certificate number as it is compared: `RMA-0012 345` becomes `rma0012345`. */
export function foldNumber(number: string): string {
  return foldText(number).replaceAll(' ', '');
}

/** The tails of a word, from its second letter on, of at least this many letters: what a part of a name may start with. */
export const SHORTEST_PART = 3;

export function wordTails(word: string): readonly string[] {
  const tails: string[] = [];
  for (let from = 1; from <= word.length - SHORTEST_PART; from++) tails.push(word.slice(from));
  return tails;
}

/** Everything `member_words` holds of a member. */
export function searchedWords(name: SearchedName, email: string): string {
  const words = nameWords(name);
  return email === '' ? words.join(' ') : `${words.join(' ')} ${emailWords(email).join(' ')}`;
}

/** A text that sorts member numbers as people count: runs of digits by their value. */
export function numberOrder(memberNo: string): string {
  return foldNumber(memberNo).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
