import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';

/** How many notices a step sends in the time looked at, by the way they go. */
export interface StepCounts {
  readonly notices: number;
  readonly print: number;
  readonly email: number;
  readonly held: number;
}

/** A notice as it would go under a schedule. */
export interface PlannedNotice {
  readonly day: CalendarDate;
  readonly way: 'print' | 'email' | 'held';
}

/** A certification for which a change of the schedule changes something. */
export interface PlannedChange {
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  /** The year's start, the cycle's end, the day since which it lapsed. */
  readonly forDate: CalendarDate;
  /** null = gets it only after the change. */
  readonly before: PlannedNotice | null;
  /** null = gets it no more. */
  readonly after: PlannedNotice | null;
}

/** What a change of the schedule does to one step. */
export interface StepPreview {
  readonly step: string;
  readonly title: string;
  readonly before: StepCounts;
  readonly after: StepCounts;
  /** Certifications that get the notice only after the change, or no more; on another day; another way. */
  readonly gained: number;
  readonly lost: number;
  readonly moved: number;
  readonly otherWay: number;
  /** Those of them, as many as are listed. */
  readonly changes: readonly PlannedChange[];
}

/**
 * Who would get what after a change of the notice schedule, if nothing is paid, recorded or attested till then: from `from` to `to`, of
 * steps that the change is about. What was given already is left out.
 */
export interface SchedulePreview {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly steps: readonly StepPreview[];
  /** Policy values that saving it sets: the days of CCP notices are the policy book's. */
  readonly policyValues: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}
