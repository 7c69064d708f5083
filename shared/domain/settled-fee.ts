import type { CalendarDate } from './facts.ts';

/** A year's fee that was paid in full. */
export interface SettledFee {
  readonly yearStart: CalendarDate;
  /** Whole cents that were paid for it. */
  readonly cents: number;
  /** The day on which the last of it was put to the fee. */
  readonly on: CalendarDate;
  /** How the last of it came, e.g. `Check 1041`. */
  readonly how: string;
}
