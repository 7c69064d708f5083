import { foldText } from '../../../shared/util/fold.ts';
import { remembered } from '../../../shared/util/remembered.ts';

/** The parts of a name that are searched. */
export interface SearchedName {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly suffix: string;
}

/** Stands before the first name, so that it can be told from the others. */
export const FIRST_NAME_SIGN = '^';
/** Stands before the pieces of an e-mail address. */
export const EMAIL_SIGN = '@';

/**
 * The words a name is found by: each part folded as one word and, where it is compound, its pieces. `Anne-Marie O’Brien Smith`
 * has `annemarie`, `anne`, `marie`, `obriensmith`, `o`, `brien`, `obrien` and `smith`.
 */
export function nameWords(name: SearchedName): readonly string[] {
  const words: string[] = [];
  for (const part of [name.last, name.first, name.middle, name.suffix])
    if (part !== '') words.push(...partWords(part));
  return words;
}

/** Names of which the words are remembered: a rebuild meets the same again and again. */
const REMEMBERED = 10_000;

/** The words of one part of a name. */
export const partWords = remembered(
  (part): readonly string[] => (PLAIN.test(part) ? [part.toLowerCase()] : compoundWords(part)),
  REMEMBERED,
);

const foldedFirst = remembered((first) => FIRST_NAME_SIGN + foldText(first).replaceAll(' ', ''), REMEMBERED);

const PLAIN = /^[a-zA-Z]+$/;
const JOINTS = /['’‘`´.\-‐‑–]/g;

function compoundWords(part: string): readonly string[] {
  const folded = foldText(part);
  const words = new Set([folded.replaceAll(' ', ''), ...folded.split(' ')]);
  for (const piece of foldText(part.replace(JOINTS, ' ')).split(' ')) words.add(piece);
  words.delete('');
  return [...words];
}

/** Whether it is a word of a name, not one behind a sign. */
export function isNameWord(word: string): boolean {
  return word !== '' && !word.startsWith(FIRST_NAME_SIGN) && !word.startsWith(EMAIL_SIGN);
}

/** An e-mail address as it is compared: lower case, letters, digits and `@` alone. */
export function foldEmail(email: string): string {
  return email.toLowerCase().replace(/[^a-z0-9@]+/g, '');
}

/** The later pieces of the first half of an e-mail address, each behind its sign: `@smith` of `rosa.smith@mail.org`. */
export function emailWords(email: string): readonly string[] {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@')));
  if (WHOLE.test(local)) return [];
  const [, ...pieces] = local.split(/[^a-zA-Z0-9]+/);
  return pieces.filter((piece) => piece !== '').map((piece) => EMAIL_SIGN + piece.toLowerCase());
}

const WHOLE = /^[a-zA-Z0-9]*$/;

/** The digits of a telephone number, without the country code of the United States. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D+/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** A member or certificate number as it is compared: `RMA-0012 345` becomes `rma0012345`. */
export function foldNumber(number: string): string {
  if (/^\d*$/.test(number)) return number;
  if (/^[ -~]*$/.test(number)) return number.toLowerCase().replace(/[^a-z0-9@]+/g, '');
  return foldText(number).replaceAll(' ', '');
}

/** What a part of a name must have at least. */
export const SHORTEST_PART = 3;

/** The tails of a word from its second letter on: what a part of it may start with. */
export function wordTails(word: string): readonly string[] {
  const tails: string[] = [];
  for (let from = 1; from <= word.length - SHORTEST_PART; from++) tails.push(word.slice(from));
  return tails;
}

/** Everything `member_words` holds of a member. */
export function searchedWords(name: SearchedName, email: string): string {
  const words = [...nameWords(name), foldedFirst(name.first)].join(' ');
  const more = emailWords(email);
  return more.length === 0 ? words : `${words} ${more.join(' ')}`;
}
