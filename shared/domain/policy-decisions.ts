import type { CalendarDate } from './facts.ts';
import type { PolicyHistory } from './policy.ts';

export const POLICY_DECISION_KINDS = ['set', 'confirmed', 'withdrawn'] as const;

/** `set`: another value from a day on; `confirmed`: the value as it stood; `withdrawn`: what was decided for that day no longer holds. */
export type PolicyDecisionKind = (typeof POLICY_DECISION_KINDS)[number];

/** What the office decided about a policy value: kept for ever, whatever was decided later. */
export interface PolicyDecision {
  /** Its number, in the order in which decisions were made. */
  readonly decision: number;
  readonly kind: PolicyDecisionKind;
  /** e.g. `annual-fee.RMA`. */
  readonly name: string;
  /** First day in force. */
  readonly from: CalendarDate;
  /** In the name's unit, a calendar date where that is `date`; null where something was withdrawn. */
  readonly value: number | CalendarDate | null;
  readonly reason: string;
  /** Where it is written; empty where it was set elsewhere in the app. */
  readonly reference: string;
  readonly actor: string;
  /** The manager who allowed it. */
  readonly approvedBy: string;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** How a decision stands today. */
export type DecisionState = 'in-force' | 'to-come' | 'over' | 'replaced' | 'withdrawn';

/** A decision as its list shows it. */
export interface ShownDecision extends PolicyDecision {
  /**
   * `in-force`: decides today; `to-come`: from a later day; `over`: another value followed it; `replaced`: decided otherwise for the very
   * same day; `withdrawn`: taken back, as a withdrawal itself is shown.
   */
  readonly state: DecisionState;
  /** The decision that took its place, or null. */
  readonly replacedBy: number | null;
}

/** One policy value with all that is known about it. */
export interface PolicyValueView {
  /** As it decides: the book with what the office decided. */
  readonly history: PolicyHistory;
  /** As it shipped. */
  readonly book: PolicyHistory;
  /** Newest first. */
  readonly decisions: readonly ShownDecision[];
}

/** What is to be decided about a policy value. */
export type PolicyChange =
  | {
      readonly kind: 'set';
      readonly name: string;
      readonly value: number | CalendarDate;
      readonly from: CalendarDate;
      readonly reason: string;
      readonly reference: string;
      readonly approvedBy: string | null;
    }
  | {
      readonly kind: 'confirm';
      readonly name: string;
      /** A day on which the value to be confirmed is in force. */
      readonly on: CalendarDate;
      readonly reason: string;
      readonly reference: string;
      readonly approvedBy: string | null;
    }
  | {
      readonly kind: 'withdraw';
      readonly decision: number;
      readonly reason: string;
      readonly approvedBy: string | null;
    };

/** What a decision did. */
export interface PolicyOutcome {
  readonly decision: PolicyDecision;
  /** In the office's words. */
  readonly text: string;
  /** Certifications whose kept standing changed with it. */
  readonly restood: number;
}
