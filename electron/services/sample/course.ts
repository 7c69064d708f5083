import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type {
  AuditOutcome,
  CalendarDate,
  CertificationFact,
  RecertificationFact,
} from '../../../shared/domain/facts.ts';

/** What happened with the fee of one certification year. */
export type FeeCourse =
  | 'paid'
  | 'paid-late'
  | 'paid-in-two-parts'
  /** One payment for this year and the next, which is then `paid-before`. */
  | 'paid-with-next'
  | 'paid-before'
  /** More than was due: the rest stays as credit. */
  | 'overpaid'
  /** Twice by mistake: the second payment is credit. */
  | 'paid-twice'
  | 'part-paid'
  | 'waived'
  | 'unpaid'
  | 'not-invoiced';

/** An activity beside the ordinary ones. */
export type ExtraActivity =
  | 'employment'
  | 'employment-across-2020'
  | 'employment-after-2020'
  | 'before-cycle'
  | 'after-cycle'
  | 'no-criterion'
  | 'rejected';

/** What happened in one CCP cycle. */
export interface CycleCourse {
  /** Share of the required points recorded by ordinary activities: 1 or more reaches them, less stays below. */
  readonly share: number;
  readonly attested: 'in-time' | 'late' | null;
  readonly extras: readonly ExtraActivity[];
}

export interface AuditCourse {
  /** Index of the audited cycle, from 0. */
  readonly cycle: number;
  /** null = still open. */
  readonly outcome: AuditOutcome | null;
}

/** The course of one certification: what its rows are made from. */
export interface CertificationCourse extends CertificationFact {
  readonly code: CertificationCode;
  /** By anniversary of the (re)certification, the first at index 0; no row after the last. */
  readonly fees: readonly FeeCourse[];
  /** By anniversary of the first certification, those before the recertification. */
  readonly earlierFees: readonly FeeCourse[];
  /** By cycle since the (re)certification. */
  readonly cycles: readonly CycleCourse[];
  readonly audits: readonly AuditCourse[];
  /** An open application for recertification. */
  readonly application: RecertificationFact | null;
}

/** Two dates that end what a history may tell. */
export interface Known {
  readonly asOf: CalendarDate;
  /** The last day on which the member did anything: `asOf`, or the day of death. */
  readonly until: CalendarDate;
}
