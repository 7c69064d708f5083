import type { PolicyHistory, PolicySentence } from './policy.ts';

/** The policy book as Settings shows it and as trails quote it. */
export interface PolicyBookView {
  /** Every value with its history, what the office set included. */
  readonly values: readonly PolicyHistory[];
  readonly sentences: readonly PolicySentence[];
}
