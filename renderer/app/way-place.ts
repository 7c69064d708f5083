import type { EligibilityAnswers } from '../../shared/domain/eligibility.ts';
import type { WayFound } from '../../shared/domain/kept-eligibility.ts';

/** A way that the eligibility assistant found, as a place says it: `way=work&answers={"work-years":6}`. */
export function placeOfWay({ route, answers }: WayFound): Readonly<Record<string, string>> {
  return { way: route, answers: JSON.stringify(answers) };
}

/** What takes the way out of a place. */
export const NO_WAY: Readonly<Record<string, string>> = { way: '', answers: '' };

/** The way that a place says; null where it says none. */
export function readWay(text: URLSearchParams): WayFound | null {
  const route = text.get('way') ?? '';
  return route === '' ? null : { route, answers: readAnswers(text) };
}

/** The answers that a place says, in the order of giving; none where they cannot be read. */
export function readAnswers(text: URLSearchParams): EligibilityAnswers {
  let read: unknown;
  try {
    read = JSON.parse(text.get('answers') ?? '');
  } catch {
    return {};
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
  return Object.fromEntries(Object.entries(read).filter(isAnswer));
}

function isAnswer(entry: [string, unknown]): entry is [string, string | number | null] {
  const [, answer] = entry;
  return answer === null || typeof answer === 'string' || typeof answer === 'number';
}
