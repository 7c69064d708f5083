import type { IntakeSuggestion } from '../../../shared/domain/intake.ts';
import { nameStands } from '../../../shared/domain/page-words.ts';
import { lookup } from '../lookup.ts';
import type { OfficeView } from '../office.ts';
import { intakeMember } from './lists.ts';

const LOOKED_AT = 5;
const SUGGESTED = 3;

/** Members whose whole name is one of those read on a page, those with an open case first. Suggestions: a machine's reading files nothing. */
export async function suggestionsNamed(
  view: Pick<OfficeView, 'reader'>,
  names: readonly string[],
): Promise<readonly IntakeSuggestion[]> {
  const found = new Map<string, string>();
  for (const name of names)
    for (const hit of looksLike(name).flatMap((text) => lookup(view, text, LOOKED_AT)))
      if (nameStands([name], hit.name)) found.set(hit.memberNo, `“${name}” is read on the page`);
  const members: IntakeSuggestion[] = [];
  for (const [memberNo, because] of found) members.push({ ...(await intakeMember(view, memberNo)), because });
  return members
    .toSorted((a, b) => Math.min(1, b.cases.length) - Math.min(1, a.cases.length))
    .slice(0, SUGGESTED);
}

/** The name as it is read, and its first and last word: an initial or a second name may stand between them that is not on record. */
function looksLike(name: string): readonly string[] {
  const words = (name.split(',')[0] ?? '').trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return words.length < 2 ? [] : [words.join(' '), `${first} ${last}`];
}
