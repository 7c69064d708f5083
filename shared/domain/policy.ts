import type { CalendarDate } from './facts.ts';

/** A policy value as in force on a date. */
export interface PolicyValue {
  /** e.g. `annual-fee.RMA`, `points-required.MT`, `points-grace-days`. */
  readonly name: string;
  readonly value: number;
  /** `cents`, `points`, `days`, `rate`. */
  readonly unit: string;
  /** First day on which the value is in force. */
  readonly from: CalendarDate;
  /** Where the value was published. */
  readonly reference: string;
  /** false where the office still has to confirm a default. */
  readonly confirmed: boolean;
}

/** The dated values that rules decide by. */
export interface Policy {
  /**
   * The value in force on a date.
   * @throws when the name is unknown or the date lies before its first date.
   */
  value(name: string, onDate: CalendarDate): PolicyValue;
}
