import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { ActivityFact, ActivityFinding, CalendarDate } from '../../../shared/domain/facts.ts';
import type { ActivityDraft, DraftFieldName, EntryProblem } from '../../../shared/domain/points.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { notYetEarned } from '../../rules/entry/not-yet-earned.ts';
import type { Claim } from '../../rules/points-granted/granted.ts';

/** The policy book has no values before. */
const FIRST_DAY = '1930-01-01';
const LONGEST_TITLE = 300;
const LONGEST_PROVIDER = 200;

/** What is typed, without blanks around it and without the dates of the other kind of activity. */
export function tidyDraft(draft: ActivityDraft): ActivityDraft {
  const employment = draft.category === 'employment-verification';
  return {
    ...draft,
    title: draft.title.trim().replace(/\s+/g, ' '),
    provider: draft.provider.trim().replace(/\s+/g, ' '),
    completedOn: employment ? null : draft.completedOn,
    employedFrom: employment ? draft.employedFrom : null,
    employedTo: employment ? draft.employedTo : null,
  };
}

/** What keeps a draft from being entered at all, the first of it; null where nothing does. */
export function problemOf(
  draft: ActivityDraft,
  policy: PolicyBook,
  today: CalendarDate,
): EntryProblem | null {
  return textProblem(draft) ?? dateProblem(draft, policy, today) ?? figureProblem(draft);
}

function textProblem({ title, provider }: ActivityDraft): EntryProblem | null {
  if (title === '') return problem('title', 'Say what it was: the course, the paper, the employer.');
  if (title.length > LONGEST_TITLE)
    return problem('title', `The title is longer than ${LONGEST_TITLE} characters.`);
  if (provider.length > LONGEST_PROVIDER)
    return problem('provider', `The provider is longer than ${LONGEST_PROVIDER} characters.`);
  for (const [field, text] of [
    ['title', title],
    ['provider', provider],
  ] as const)
    if (hasCardNumber(text))
      return problem(field, 'This looks like a card number, which is stored nowhere: take it out.');
  return null;
}

function dateProblem(draft: ActivityDraft, policy: PolicyBook, today: CalendarDate): EntryProblem | null {
  const { category, completedOn, employedFrom, employedTo } = draft;
  const employment = category === 'employment-verification';
  if (employment && employedFrom === null)
    return problem('employedFrom', 'Give the first day of the employment.');
  if (!employment && completedOn === null) return problem('completedOn', 'Give the day it was completed.');
  if (employedFrom !== null && employedTo !== null && employedTo < employedFrom)
    return problem('employedTo', `The last day lies before the first, ${displayDate(employedFrom)}.`);
  const ahead = notYetEarned(draft, today);
  if (ahead !== null) {
    const { id, text } = policy.sentence('SC-CCP-4');
    const day = displayDate(draft[ahead] ?? today);
    const fix = ahead === 'employedTo' ? ' Leave the last day empty while the employment goes on.' : '';
    return {
      field: ahead,
      text: `${day} lies ahead: nothing is earned yet.${fix}`,
      quoted: { id, text },
    };
  }
  if (dayOf(draft) < FIRST_DAY)
    return problem(employment ? 'employedFrom' : 'completedOn', 'It lies before 1930; check the year.');
  return null;
}

function figureProblem({ hours, claimed }: ActivityDraft): EntryProblem | null {
  if (hours === null && claimed === null)
    return problem('hours', 'Type the hours or credits, or the points that are claimed.');
  if (hours !== null && !isQuantity(hours))
    return problem('hours', 'Hours are a number with at most two decimals, such as 2.5.');
  if (claimed !== null && !isQuantity(claimed))
    return problem('claimed', 'Points are a number with at most two decimals, such as 2.5.');
  return null;
}

function isQuantity(value: number): boolean {
  return value >= 0 && value < 10_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

function problem(field: DraftFieldName, text: string): EntryProblem {
  return { field, text, quoted: null };
}

/** The day by which the office's values are looked up. */
function dayOf({ completedOn, employedFrom }: ActivityDraft): CalendarDate {
  return completedOn ?? employedFrom ?? FIRST_DAY;
}

/** What decides the points of a draft. */
export function claimOf(draft: ActivityDraft): Claim {
  const { category, title, hours, claimed, source } = draft;
  return { category, title, day: dayOf(draft), hours, claimed, source };
}

/** The draft as a fact. Only for a draft without a problem. */
export function factOf(
  draft: ActivityDraft,
  points: number,
  id: string,
  finding: ActivityFinding | null,
): ActivityFact {
  const { criteria, source } = draft;
  const same = { id, points, criteria, source, finding };
  if (draft.category === 'employment-verification')
    return {
      ...same,
      category: draft.category,
      employedFrom: draft.employedFrom ?? FIRST_DAY,
      employedTo: draft.employedTo,
    };
  return { ...same, category: draft.category, completedOn: draft.completedOn ?? FIRST_DAY };
}
