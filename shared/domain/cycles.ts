import type { ActivityCategory, CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { PolicyValueUsed, Standing } from './standing.ts';

/** What met the requirement of a cycle that rolled (SC-CCP-7, PB-CCP-3). */
export type MetBy = 'points' | 'attestation' | 'audit' | 'not-bound';

/** A policy value of a decision, with what it was looked up for; the date itself is that of the cycle. */
export interface SnapshotValue extends Omit<PolicyValueUsed, 'onDate'> {
  readonly of: 'certified' | 'recertified' | 'anchor' | 'cycle-start';
}

/** What counted for a cycle. Points. */
export interface CountedActivity {
  readonly activity: number;
  readonly points: number;
}

/** An activity as a cycle shows it. */
export interface CycleActivity extends CountedActivity {
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
  /** As claimed, where not all of it counts. */
  readonly claimed: number;
}

/** What was decided when a sweep rolled a cycle; it stays as it was, whatever changes afterwards. */
export interface RollDecision {
  readonly rolledOn: CalendarDate;
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
  /** null: the cycle was rolled before decisions were kept; it was taken over without. */
  readonly decided: {
    readonly metBy: MetBy;
    readonly citation: string;
    readonly values: readonly PolicyValueUsed[];
    /** `gone`: no longer on record as it was then. */
    readonly activities: readonly (CycleActivity & { readonly gone: boolean })[];
  } | null;
}

/** A roll that was taken back. */
export interface Reopening {
  readonly on: CalendarDate;
  readonly citation: string;
  readonly reason: string;
  readonly allowedBy: string;
  readonly actor: string;
}

export type CycleStateName =
  /** Being worked on. */
  | 'open'
  /** Ended with its points, kept from rolling by a fee. */
  | 'blocked'
  /** Ended without its points. */
  | 'ended-short'
  /** Closed and moved on. */
  | 'rolled'
  /** Begun, but waits for an earlier one. */
  | 'waiting'
  /** On record as rolled, which the facts of today no longer support. */
  | 'unsupported'
  /** Was on record as rolled, was taken back, and is no cycle by the facts of today. */
  | 'reopened';

export interface CycleDetail {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly state: CycleStateName;
  /** From today to its end; negative once it has ended. */
  readonly daysLeft: number;
  readonly required: number;
  readonly counted: number;
  readonly outstanding: number;
  readonly attested: boolean;
  /** One sentence: where it stands, and what is missing. */
  readonly text: string;
  readonly citation: string;
  /** What counts by the facts of today. */
  readonly activities: readonly CycleActivity[];
  /** The roll on record; null where no sweep has recorded one. */
  readonly roll: RollDecision | null;
  /** Earlier rolls of it that were taken back, oldest first. */
  readonly reopened: readonly (RollDecision & { readonly reopening: Reopening })[];
}

export interface CertificationCycles {
  readonly code: CertificationCode;
  readonly name: string;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
  readonly boundByCcp: boolean;
  /** Newest first. */
  readonly cycles: readonly CycleDetail[];
}

/** Every cycle of a member's certifications. */
export interface MemberCycles {
  readonly memberNo: string;
  readonly name: string;
  readonly certifications: readonly CertificationCycles[];
}

/** A correction of one fact; what is corrected is named by its id or its certification. */
export type FactChange =
  | { readonly kind: 'certified-on'; readonly code: CertificationCode; readonly date: CalendarDate }
  | { readonly kind: 'recertified-on'; readonly code: CertificationCode; readonly date: CalendarDate }
  | { readonly kind: 'completed-on'; readonly activity: number; readonly date: CalendarDate }
  | {
      readonly kind: 'employed';
      readonly activity: number;
      readonly from: CalendarDate;
      readonly to: CalendarDate | null;
    }
  | {
      readonly kind: 'attested';
      readonly code: CertificationCode;
      readonly cycleStart: CalendarDate;
      readonly date: CalendarDate;
    }
  | { readonly kind: 'audit-compliant'; readonly code: CertificationCode; readonly cycleStart: CalendarDate }
  | {
      readonly kind: 'fees-waived';
      readonly code: CertificationCode;
      /** The starts of the years. */
      readonly years: readonly CalendarDate[];
    }
  | { readonly kind: 'payment-undone'; readonly payment: number };

/** A cycle before and after; null where there is none. */
export interface CycleChange {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly before: { readonly state: CycleStateName; readonly counted: number } | null;
  readonly after: { readonly state: CycleStateName; readonly counted: number } | null;
}

/** What a change would do to one certification. */
export interface PreviewOfCertification {
  readonly code: CertificationCode;
  readonly before: Standing;
  readonly after: Standing;
  /** What would differ, in sentences; empty where nothing does. */
  readonly differences: readonly string[];
  /** The cycles that would differ. */
  readonly cycles: readonly CycleChange[];
  /** Cycles on record as rolled that would no longer be supported: they stay rolled and go on the worklist. */
  readonly unsupported: readonly { readonly start: CalendarDate; readonly end: CalendarDate }[];
}

/** What a change would do, before it is saved; nothing is written. */
export interface StandingPreview {
  readonly memberNo: string;
  readonly asOf: CalendarDate;
  /** What is corrected, from what to what. */
  readonly what: string;
  readonly certifications: readonly PreviewOfCertification[];
}
