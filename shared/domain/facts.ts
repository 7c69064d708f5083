import type { ActivityCategory, ActivitySource, CertificationCode } from './codes.ts';

/** A calendar date of the office's time zone, `YYYY-MM-DD` (policy.md C8). */
export type CalendarDate = string;

/** One annual fee that has been invoiced. A certification year with no entry is uninvoiced, which is unpaid. */
export interface FeeFact {
  /** The anniversary on which the certification year starts. */
  readonly yearStart: CalendarDate;
  /** Whole cents. */
  readonly amountCents: number;
  /** Whole cents allocated to this fee so far. */
  readonly paidCents: number;
  readonly waived: boolean;
}

/** Which of the three criteria of SC-CCP-1 the activity meets; at least one must hold (PB-CCP-7). */
export interface ActivityCriteria {
  readonly job: boolean;
  readonly knowledge: boolean;
  readonly degree: boolean;
}

export type ActivityFinding = 'accepted' | 'rejected';

interface ActivityBase {
  readonly id: string;
  /** Points claimed, with at most two decimals. */
  readonly points: number;
  readonly criteria: ActivityCriteria;
  readonly source: ActivitySource;
  /** What an audit found, or null when none looked. */
  readonly finding: ActivityFinding | null;
}

export interface CompletedActivityFact extends ActivityBase {
  readonly category: Exclude<ActivityCategory, 'employment-verification'>;
  readonly completedOn: CalendarDate;
}

export interface EmploymentActivityFact extends ActivityBase {
  readonly category: 'employment-verification';
  /** First and last day, both inclusive; null = still employed. */
  readonly employedFrom: CalendarDate;
  readonly employedTo: CalendarDate | null;
}

export type ActivityFact = CompletedActivityFact | EmploymentActivityFact;

export interface AttestationFact {
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
}

export type AuditOutcome = 'compliant' | 'non-compliant';

export interface AuditFact {
  readonly cycleStart: CalendarDate;
  readonly selectedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly outcome: AuditOutcome | null;
}

export type RecertificationRoute = 'ccp' | 'exam';

export interface RecertificationFact {
  readonly route: RecertificationRoute;
  readonly receivedOn: CalendarDate;
}

export interface CertificationFact {
  readonly code: CertificationCode;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
}

/** Everything a decision about one certification may use (contract.md, Facts). */
export interface Facts {
  readonly asOf: CalendarDate;
  readonly certification: CertificationFact;
  readonly fees: readonly FeeFact[];
  readonly activities: readonly ActivityFact[];
  readonly attestations: readonly AttestationFact[];
  readonly audits: readonly AuditFact[];
  readonly recertification: RecertificationFact | null;
}
