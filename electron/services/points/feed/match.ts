import type { FeedContent, FeedSuggestion } from '../../../../shared/domain/feed.ts';
import { foldText } from '../../../../shared/util/fold.ts';
import { memberNamed, withEmail } from '../../../repositories/feed.ts';
import { lookup } from '../../lookup.ts';
import type { OfficeView } from '../../office.ts';

/** As many as the desk can tell apart at a glance. */
const SUGGESTED = 3;

/** Whose a row of the feed is, or why that is not plain. */
export type FeedMatch = { readonly memberNo: string } | { readonly why: string };

/**
 * The member that a row is about: by the number where the name does not speak against it; without a number by an e-mail address that is
 * one member's alone, of that name.
 */
export async function matchRow(view: Pick<OfficeView, 'reader'>, content: FeedContent): Promise<FeedMatch> {
  const { reader } = view;
  const { memberNo, name, email } = content;
  if (memberNo !== '') {
    const named = await memberNamed(reader, memberNo);
    if (named === null) return { why: `There is no member with the number ${memberNo}.` };
    if (name !== '' && !sameLastName(name, named))
      return { why: `The number ${memberNo} is ${named}’s, not ${name}’s.` };
    return { memberNo };
  }
  if (email === '') return { why: 'It has neither a member number nor an e-mail address.' };
  const near = lookup(view, email, SUGGESTED).map((hit) => hit.memberNo);
  const found = await withEmail(reader, near, email);
  const [only] = found;
  if (only === undefined) return { why: `No member has the e-mail address ${email}.` };
  if (found.length > 1) return { why: `Several members have the e-mail address ${email}.` };
  if (name !== '' && !sameLastName(name, only.name))
    return { why: `The e-mail address ${email} is ${only.name}’s, not ${name}’s.` };
  return { memberNo: only.memberNo };
}

/** Whether the last names of two people agree, whatever accents, case and order. */
export function sameLastName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const last = (words: readonly string[]) => words.at(-1) ?? '';
  return one.includes(last(other)) || other.includes(last(one));
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(' ')
    .filter((word) => !SUFFIXES.has(word));
}

/** The members that a waiting row may be about, the likeliest first. */
export function suggestionsFor(
  view: Pick<OfficeView, 'reader'>,
  { memberNo, name, email }: FeedContent,
): readonly FeedSuggestion[] {
  const found = new Map<string, FeedSuggestion>();
  const take = (text: string, because: string) => {
    if (text === '' || found.size >= SUGGESTED) return;
    for (const hit of lookup(view, text, SUGGESTED)) {
      if (found.has(hit.memberNo) || found.size >= SUGGESTED) continue;
      const codes = hit.certifications.map(({ code }) => code).join(', ');
      found.set(hit.memberNo, { memberNo: hit.memberNo, name: hit.name, codes, because });
    }
  };
  take(email, 'same e-mail address');
  take(name, 'a name like it');
  take(memberNo, 'a number like it');
  return [...found.values()];
}
