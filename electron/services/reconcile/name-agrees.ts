import { foldText } from '../../../shared/util/fold.ts';

const TITLES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'mr', 'mrs', 'ms', 'miss', 'dr', 'and']);

/**
 * Whether a name as a bank or a portal writes it is the member's: the family name in full, and each further word of the shorter of the
 * two names found in the other, in full or as an initial. `FEATHERSTONEHAUGH R`, `Lee, Ann & Bob` and `Ann M Lee` agree; a family name
 * alone does not, for others have it too.
 */
export function nameAgrees(written: string, memberName: string): boolean {
  const a = wordsOf(written);
  const b = wordsOf(memberName);
  if (a.length < 2 || b.length < 2) return a.length > 0 && a.join('') === b.join('');
  if (a.join('') === b.join('')) return true;
  const family = b.at(-1) ?? '';
  if (!a.includes(family)) return false;
  const given = a.toSpliced(a.indexOf(family), 1);
  const own = b.slice(0, -1);
  const [fewer, more] = given.length <= own.length ? [given, own] : [own, given];
  const left = [...more];
  return fewer.every((word) => {
    const at = left.findIndex((other) => sameWord(word, other));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length === 1 && long.startsWith(short);
}

function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
}
