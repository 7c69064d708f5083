import { AUDIT_LETTER_KINDS, AUDIT_LETTER_TITLES, type AuditLetterKind } from './audit-letters.ts';
import { LETTERS, type StepKind } from './notice-schedule.ts';

/**
 * The kinds of letters that the desk writes when something happens, not by the schedule. `return`: sends documents back, in runs of its own;
 * `application`: tells an applicant of an application, one at a time. Those of the audit desk go out in runs of their own kinds.
 */
export type LetterKind = StepKind | 'return' | 'application' | AuditLetterKind;

/** A letter that the office may word as it likes. */
export interface OfficeLetter {
  /** Also its file in `resources/letters/`, without `.txt`. */
  readonly id: string;
  readonly kind: LetterKind;
  readonly title: string;
}

/** The letters of the desk. */
export const DESK_LETTERS = [
  { id: 'return', kind: 'return', title: 'Return letter' },
  { id: 'recertification-missing', kind: 'application', title: 'Recertification: what is missing' },
  { id: 'recertification-denied', kind: 'application', title: 'Recertification: denied' },
] as const satisfies readonly OfficeLetter[];

/** The letters of the audit desk. */
export const AUDIT_LETTERS: readonly OfficeLetter[] = AUDIT_LETTER_KINDS.map((kind) => ({
  id: kind,
  kind,
  title: AUDIT_LETTER_TITLES[kind],
}));

/** Every letter that the office may word: those of the schedule, then those of the desk. */
export const ALL_LETTERS: readonly OfficeLetter[] = [...LETTERS, ...DESK_LETTERS, ...AUDIT_LETTERS];

/** The letter of an id, or null. */
export function officeLetter(id: string): OfficeLetter | null {
  return ALL_LETTERS.find((letter) => letter.id === id) ?? null;
}
