import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearlyStarts, nearWords } from '../../../electron/db/search/near-words.ts';
import { SEED } from '../../property-seed.ts';

function seekIn(words: readonly string[]) {
  const sorted = words.toSorted();
  return (from: string) => sorted.find((word) => word >= from);
}

/** Every text at one typing error, made the slow way. */
function allNear(word: string, alphabet: readonly string[]): ReadonlySet<string> {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    if (at < word.length) near.add(head + word.slice(at + 1));
    if (at + 1 < word.length) near.add(`${head}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);
    for (const letter of alphabet) {
      if (at < word.length) near.add(head + letter + word.slice(at + 1));
      if (at < word.length) near.add(head + letter + word.slice(at));
    }
  }
  near.delete(word);
  near.delete('');
  return near;
}

const ALPHABET = ['a', 'b', 'c'];
const word = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 6 });

describe('near words', () => {
  test('are all texts at one error that begin a word of the list, and no others', () => {
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 12 }), (typed, list) => {
        const expected = [...allNear(typed, ALPHABET)].filter((text) =>
          list.some((one) => one.startsWith(text)),
        );
        const found = nearWords(typed, seekIn(list));
        expect(found.map(({ text }) => text).toSorted()).toEqual(expected.toSorted());
        for (const { text, whole } of found) expect(whole).toBe(list.includes(text));
      }),
      { seed: SEED },
    );
  });

  test.each([
    ['smith', 'smoth', true],
    ['smith', 'smth', true],
    ['smith', 'smiith', true],
    ['smith', 'simth', true],
    ['smithson', 'smoth', true],
    ['smith', 'smith', true],
    ['smith', 'smooth', false],
    ['smith', 'htims', false],
  ])('%s is nearly the start of what was typed as %s: %s', (text, typed, expected) => {
    expect(nearlyStarts(text, typed)).toBe(expected);
  });
});
