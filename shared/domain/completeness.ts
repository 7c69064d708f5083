import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { RunSummary } from './renewals.ts';

/** Why someone who should have had a notice has not had it. */
export const MISSING_REASONS = [
  /** No run of the step was prepared for the month. */
  'no-run',
  /** Runs were prepared before the notice was due to this certification. */
  'not-in-run',
  'held',
  'not-printed',
  'not-mailed',
  'not-emailed',
  /** The mail server would not take it. */
  'refused',
  /** Cut off while it was handed over: nobody knows. */
  'unknown',
  'bounced',
  'returned',
  'spoiled',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** One who should have had a notice and has not. */
export interface MissingNotice {
  readonly memberNo: string;
  readonly memberName: string;
  /** null where a whole piece was held and nothing is open any more. */
  readonly code: CertificationCode | null;
  /** The year's start, the cycle's end, the day since which it lapsed; null as above. */
  readonly forDate: CalendarDate | null;
  readonly why: MissingReason;
  /** The run that it is about; null where there is none. */
  readonly run: string | null;
  /** The same in a sentence. */
  readonly text: string;
  /** Whether the notice is not needed any more: paid, recorded or attested since. */
  readonly settled: boolean;
  /** Whether a run of the step can still tell it. */
  readonly timely: boolean;
}

/** A step of the schedule in a month: who should have had its notice, and who has not. */
export interface StepCompleteness {
  readonly step: string;
  readonly title: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** From which day on it was due. */
  readonly day: CalendarDate;
  readonly runs: readonly {
    readonly run: string;
    readonly selected: number;
    readonly toPrint: number;
    readonly toEmail: number;
    readonly held: number;
    readonly printedOn: CalendarDate | null;
    readonly mailedOn: CalendarDate | null;
  }[];
  /** Certifications to which the notice is due by the facts of today. */
  readonly should: number;
  /** Those of them that have it: mailed, or taken by the mail server. */
  readonly had: number;
  readonly missing: readonly MissingNotice[];
}

/** The proof of completeness of a month. */
export interface MonthCompleteness {
  readonly month: string;
  readonly asOf: CalendarDate;
  /** The steps whose day has come, in the schedule's order. */
  readonly steps: readonly StepCompleteness[];
}

/** A run that is to be prepared now. */
export interface DueStep {
  readonly step: string;
  readonly title: string;
  readonly month: string;
  readonly day: CalendarDate;
  /** Certifications that wait for it. */
  readonly certifications: number;
  /** The last run of the step and month: what is due is a further one. */
  readonly after: string | null;
}

/** A step of the notice schedule on the day it falls on, for the month that its notices are for. */
export interface CalendarEntry {
  readonly day: CalendarDate;
  readonly step: string;
  readonly title: string;
  /** `YYYY-MM` that the notices are for. */
  readonly month: string;
  /** The runs that were prepared for it, newest first. */
  readonly runs: readonly RunSummary[];
}
