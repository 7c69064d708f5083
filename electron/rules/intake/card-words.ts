import { looksLikeCard } from '../../../shared/domain/card-number.ts';
import type { PlacedWord } from '../../../shared/domain/page-words.ts';

/** What is taken for a digit where a machine read it: it errs between these. */
const MISREAD: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
};

/** The groups in which issuers print their numbers: four fours, or American Express's 4-6-5. */
const PRINTED = ['4,4,4,4', '4,6,5'];
/** First digits of the issuers' numbers (ISO/IEC 7812-1): travel, banking and financial. */
const ISSUERS = /^[23456]/;
/** A line that speaks of a card: so much of a number on it is one, however badly it was read. */
const OF_A_CARD =
  /\b(?:visa|master ?card|amex|american express|discover|(?:credit|debit) ?card|card (?:no|number|#))/i;
const PART_OF_ONE = 11;

/**
 * Words of a line that look like a card number together: as many digits as one has with the right check digit; groups as they are printed on
 * a card, where one digit may have been misread; or most of a number on a line that speaks of a card.
 * @returns ranges of words, from one up to and without another, that do not overlap
 */
export function cardWords(line: readonly Pick<PlacedWord, 'text'>[]): readonly (readonly [number, number])[] {
  const ofCard = OF_A_CARD.test(
    line
      .map(({ text }) => text)
      .join(' ')
      .replace(/(\p{L})(\d)/gu, '$1 $2'),
  );
  const found: (readonly [number, number])[] = [];
  let from = 0;
  while (from < line.length) {
    const to = longestFrom(line, from, ofCard);
    if (to > from) found.push([from, to]);
    from = Math.max(to, from + 1);
  }
  return found;
}

/** Where the longest card number ends that begins in a word; `from` where none does. */
function longestFrom(line: readonly Pick<PlacedWord, 'text'>[], from: number, ofCard: boolean): number {
  let [digits, end] = ['', from];
  const groups: number[] = [];
  for (let at = from; at < line.length; at++) {
    const word = line[at]?.text ?? '';
    // A word before the number may have run into it, as in `Visa4111`; so may what lies behind it.
    const group =
      at === from ? digitsOf(word) || digitsOf(/[\d -]{3,}$/.exec(word)?.[0] ?? '') : digitsOf(word);
    if (group === '' || digits.length + group.length > 19) break;
    digits += group;
    groups.push(group.length);
    const printed = PRINTED.includes(groups.join(',')) && ISSUERS.test(digits);
    if (printed || looksLikeCard(digits) || (ofCard && digits.length >= PART_OF_ONE)) end = at + 1;
  }
  return end;
}

/** The digits of a word that is made of them and of what separates groups; empty for any other word. */
function digitsOf(word: string): string {
  const bare = word.replace(/[-–—.:,;]/g, '');
  const text = [...bare].map((letter) => MISREAD[letter] ?? letter).join('');
  // A word without a single true digit is a word.
  return /^\d+$/.test(text) && /\d/.test(bare) ? text : '';
}
