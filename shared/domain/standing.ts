import type { CertificationCode } from './codes.ts';
import type { CalendarDate, RecertificationRoute } from './facts.ts';
import type { PolicyUnit } from './policy.ts';

export const STANDING_STATUSES = ['active', 'due', 'past-due', 'lapsed'] as const;

export type StandingStatus = (typeof STANDING_STATUSES)[number];

export type LapseCause = 'fees' | 'points' | 'audit';

export type Attention = 'points-outstanding' | 'audit-open' | 'roll-blocked';

/** An activity that does not count for the cycle, with the sentence that excludes it. */
export interface ExcludedActivity {
  readonly id: string;
  readonly citation: string;
  readonly why: string;
}

export interface CycleStanding {
  readonly start: CalendarDate;
  /** The day before the third anniversary, inside the cycle (policy.md C3). */
  readonly end: CalendarDate;
  /** Points. */
  readonly required: number;
  readonly counted: number;
  readonly outstanding: number;
  readonly attested: boolean;
  readonly excluded: readonly ExcludedActivity[];
}

export interface FeesStanding {
  readonly nextDueOn: CalendarDate;
  /** Whole cents. */
  readonly owedCents: number;
  readonly oldestUnpaidDueOn: CalendarDate | null;
}

export interface Lapse {
  readonly cause: LapseCause;
  readonly since: CalendarDate;
}

/** One step of the trail: the rule applied, the policy sentence it applies, and the fact in plain words. */
export interface Reason {
  readonly rule: string;
  readonly citation: string;
  readonly text: string;
  /** The policy values the rule used, as in force on the date named; absent where it used none. */
  readonly values?: readonly PolicyValueUsed[];
}

/** A dated policy value that a rule used. */
export interface PolicyValueUsed {
  readonly name: string;
  /** A number, or a calendar date where the unit is `date`. */
  readonly value: number | CalendarDate;
  readonly unit: PolicyUnit;
  readonly onDate: CalendarDate;
  readonly confirmed: boolean;
}

/** Where a certification stands on a date, and why (contract.md, Standing). */
export interface Standing {
  readonly asOf: CalendarDate;
  readonly code: CertificationCode;
  readonly status: StandingStatus;
  readonly boundByCcp: boolean;
  readonly cycle: CycleStanding;
  readonly fees: FeesStanding;
  readonly mustRecertify: boolean;
  readonly lapse: Lapse | null;
  readonly routes: readonly RecertificationRoute[];
  readonly attention: readonly Attention[];
  readonly reasons: readonly Reason[];
}
