import type { CalendarDate } from './facts.ts';

/** What a policy value is measured in. */
export const POLICY_UNITS = ['cents', 'points', 'days', 'months', 'years', 'rate', 'date'] as const;

export type PolicyUnit = (typeof POLICY_UNITS)[number];

interface PolicyEntryBase {
  /** e.g. `annual-fee.RMA`, `points-required.MT`, `points-grace-days`. */
  readonly name: string;
  /** First day on which the value is in force. */
  readonly from: CalendarDate;
  /** Where the value was published. */
  readonly reference: string;
  /** false where the office still has to confirm a default. */
  readonly confirmed: boolean;
  /** The number of the office's decision that set or confirmed it; absent where it is as the book has it. */
  readonly decision?: number;
}

/** A policy value as in force on a date. */
export interface PolicyValue extends PolicyEntryBase {
  /** Whole cents, points, days, months or years; a rate lies between 0 and 1. */
  readonly value: number;
  readonly unit: Exclude<PolicyUnit, 'date'>;
}

/** A policy value that is itself a date, such as the line drawn at 2006-01-01. */
export interface PolicyDate extends PolicyEntryBase {
  readonly value: CalendarDate;
  readonly unit: 'date';
}

export type PolicyEntry = PolicyValue | PolicyDate;

/** A quotable sentence of the body, which rules cite by its id. */
export interface PolicySentence {
  /** e.g. `SC-CCP-3`. */
  readonly id: string;
  readonly text: string;
  /** Where the body published it. */
  readonly source: string;
}

/** One value of the policy book with its history, as Settings shows it. */
export interface PolicyHistory {
  readonly name: string;
  /** In the office's words, e.g. `Annual fee: Registered Medical Assistant`. */
  readonly title: string;
  readonly unit: PolicyUnit;
  /** Oldest first; each is in force until the next one's `from`. */
  readonly entries: readonly PolicyEntry[];
}

/** The entry in force on a day; undefined before the first. */
export function entryOn(history: PolicyHistory, day: CalendarDate): PolicyEntry | undefined {
  return history.entries.findLast(({ from }) => from <= day);
}

/** Whether what is in force on a day, or comes after it, waits for the office to confirm it. */
export function isUnconfirmed(history: PolicyHistory, day: CalendarDate): boolean {
  const now = entryOn(history, day);
  return history.entries.some((entry) => !entry.confirmed && (entry === now || entry.from > day));
}

/** The dated values that rules decide by. */
export interface Policy {
  /**
   * The value in force on a date.
   * @throws StandingError `policy-unknown` for a name that is not in the book or is a date,
   *   `policy-before-first` when the date lies before its first date.
   */
  value(name: string, onDate: CalendarDate): PolicyValue;
  /** Like `value`, for a value that is itself a date. */
  date(name: string, onDate: CalendarDate): PolicyDate;
}
