import type { CertificationCode } from './codes.ts';
import type { FactChange } from './cycles.ts';
import type { CalendarDate } from './facts.ts';
import type { Lapse, Standing } from './standing.ts';
import type { LapseReversal } from './worklists.ts';

/** What reverses a lapse: the corrections of what was wrong; none where it was put right already and only the mark still stands. */
export interface ReversalOrder {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly changes: readonly FactChange[];
  /** A sentence of the policy, e.g. `SC-LAPSE-1`. */
  readonly citation: string;
  readonly reason: string;
  /** null: the one who acts. */
  readonly approvedBy: string | null;
}

/** What may have been wrong about a lapse: the years whose unpaid fees make it, the cycle without its points, the audit. */
export interface ReversalChoices {
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  /** By the facts of today; null where it has not lapsed by them. */
  readonly lapse: Lapse | null;
  /** As a sweep marked it; null where none is marked. */
  readonly marked: Lapse | null;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
  /** Years whose unpaid fees have made a lapse, or would as soon as those before them are settled; whole cents unpaid. */
  readonly years: readonly {
    readonly yearStart: CalendarDate;
    readonly dueOn: CalendarDate;
    readonly owedCents: number;
  }[];
  /** The cycle that ended without its points; null where none did. */
  readonly cycle: { readonly start: CalendarDate; readonly end: CalendarDate } | null;
  /** Starts of the cycles whose audit closed as non-compliant. */
  readonly audits: readonly CalendarDate[];
  /** Activities that do not count for that cycle, whose dates may be wrong. */
  readonly activities: readonly {
    readonly activity: number;
    readonly title: string;
    readonly points: number;
    readonly completedOn: CalendarDate | null;
    readonly employedFrom: CalendarDate | null;
    readonly employedTo: CalendarDate | null;
  }[];
}

/** What a reversal came to. */
export interface ReversalOutcome {
  readonly text: string;
  readonly standing: Standing;
  readonly reversals: readonly LapseReversal[];
}
