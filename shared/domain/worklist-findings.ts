import type { ActivityCategory } from './codes.ts';
import type { CalendarDate } from './facts.ts';

// What the finding lists keep of a row, as JSON; their sentences are made of it.

/** Points of one category above the office's cap for a cycle. */
export interface OverCapFound {
  readonly category: ActivityCategory;
  readonly points: number;
  readonly cap: number;
  /** Whether the office has confirmed the cap. */
  readonly confirmed: boolean;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** Two activities that may be one. */
export interface DuplicatesFound {
  readonly kind: 'same' | 'overlap';
  readonly title: string;
  readonly provider: string;
  readonly otherTitle: string;
  readonly from: CalendarDate;
  readonly points: readonly [first: number, second: number];
}

/** A roll on record that the facts no longer support. */
export interface UnsupportedFound {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly why: string;
}
