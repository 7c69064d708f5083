import type { ActivityCategory, ActivitySource } from '../../../shared/domain/codes.ts';
import type { ActivityCriteria } from '../../../shared/domain/facts.ts';
import type { ActivityDraft, Evidence } from '../../../shared/domain/points.ts';
import { shortDate } from '../../components/short-date.ts';

export const CATEGORY_WORDS: Readonly<Record<ActivityCategory, string>> = {
  'professional-education': 'Professional education',
  'formal-education': 'Formal education',
  'employment-verification': 'Employment verification',
  authorship: 'Authorship',
  'instructional-presentation': 'Instructional presentation',
  'organizational-participation': 'Organizational participation',
};

export const SOURCE_WORDS: Readonly<Record<ActivitySource, string>> = {
  staff: 'The office',
  member: 'The member',
  'amt-online': 'AMT online',
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  member: 'Held by the member',
  seen: 'Seen by us',
};

/** The three criteria of SC-CCP-1, as short as they can be said. */
export const CRITERIA_WORDS: readonly { readonly id: keyof ActivityCriteria; readonly text: string }[] = [
  { id: 'job', text: '(a) Helps to do the job better' },
  { id: 'knowledge', text: '(b) Advances knowledge in health care' },
  { id: 'degree', text: '(c) Prepares for management or a degree' },
];

/** `1 point`, `2.5 points`. */
export function pointsWords(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}

/** `1 Mar 2026`, or `1 Jun 2018 – still`. */
export function whenWords({
  completedOn,
  employedFrom,
  employedTo,
}: Pick<ActivityDraft, 'completedOn' | 'employedFrom' | 'employedTo'>): string {
  if (completedOn !== null) return shortDate(completedOn);
  if (employedFrom === null) return '';
  return `${shortDate(employedFrom)} – ${employedTo === null ? 'still' : shortDate(employedTo)}`;
}
