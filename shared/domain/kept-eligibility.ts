import type { EligibilityAnswers, NeedState } from './eligibility.ts';
import type { CalendarDate } from './facts.ts';

/** A way of the eligibility assistant that is carried into an application by exam: its id, and what was answered. */
export interface WayFound {
  readonly route: string;
  /** Answered by the person; what the office's records answer is not among them. */
  readonly answers: EligibilityAnswers;
}

/** One document that a way asks for. */
export interface KeptDocument {
  /** In the list, from 1. */
  readonly place: number;
  readonly text: string;
  /** What shows whether it is there: the application itself, or its fee; null where somebody notes that it came. */
  readonly shownBy: 'application' | 'fee' | null;
  /** null while it is missing, or where something else shows it. */
  readonly cameOn: CalendarDate | null;
}

/** What the assistant found, as it was on that day; later policy changes nothing about it. */
export interface FoundEligibility {
  readonly route: string;
  readonly title: string;
  /** The sentence that opens the way. */
  readonly citation: string;
  readonly answers: EligibilityAnswers;
  readonly answered: readonly { readonly ask: string; readonly text: string; readonly known: boolean }[];
  readonly needs: readonly {
    readonly text: string;
    readonly state: NeedState;
    readonly confirmed: boolean;
  }[];
  readonly documents: readonly Pick<KeptDocument, 'text' | 'shownBy'>[];
}

/** The same as an application keeps it. */
export interface KeptEligibility extends Omit<FoundEligibility, 'documents'> {
  readonly eligibility: number;
  readonly on: CalendarDate;
  readonly actor: string;
  readonly documents: readonly KeptDocument[];
}
