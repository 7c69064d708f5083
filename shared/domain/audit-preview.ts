import type { EntryProblem, GrantStep, QuotedSentence } from './points.ts';

/** What an activity would show for an audited cycle in the place of another. Points. */
export interface SubstitutePreview {
  /** What keeps it from being entered at all. */
  readonly problem: EntryProblem | null;
  /** What the rules grant for it, step by step; 0 where a problem stands in the way. */
  readonly granted: number;
  readonly steps: readonly GrantStep[];
  /** What of it counts for the audited cycle. */
  readonly counted: number;
  /** Why it cannot stand in the other’s place; null where it can. */
  readonly refused: { readonly why: string; readonly quoted: QuotedSentence } | null;
  /** Something recorded already that looks the same. */
  readonly doubt: string | null;
  /** Points shown once it is accepted, of those required. */
  readonly total: number;
  readonly required: number;
}
