import type { CertificationCode } from './codes.ts';
import type { CalendarDate, RecertificationRoute } from './facts.ts';

/** What the assistant can know of a member before it asks. */
export const KNOWN_FACTS = ['held', 'lapsed-years', 'points'] as const;

export type KnownFact = (typeof KNOWN_FACTS)[number];

/** One question of the assistant. */
export interface EligibilityQuestion {
  readonly id: string;
  readonly ask: string;
  /** One sentence that helps to answer; empty where none is needed. */
  readonly help: string;
  /** What answers it for a member of ours; null = only the person can. */
  readonly known: KnownFact | null;
  readonly answer:
    | { readonly kind: 'choice'; readonly options: readonly { readonly id: string; readonly text: string }[] }
    | { readonly kind: 'number'; readonly unit: string; readonly least: number; readonly most: number };
}

/** An answer: an option's id, a number, or null for “not sure”. */
export type EligibilityAnswer = string | number | null;

export type EligibilityAnswers = Readonly<Record<string, EligibilityAnswer>>;

/** What a route asks of an answer. */
export type NeedTest =
  | { readonly oneOf: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly under: number };

/** One thing that a route needs. */
export interface RouteNeed {
  readonly question: string;
  readonly test: NeedTest;
  /** In words, e.g. `At least 720 hours of training`. */
  readonly text: string;
  /** When it is not there: `out` closes the route, `still` can be made up for. */
  readonly otherwise: 'out' | 'still';
  /** Where it is from; a sentence of the policy where one says so. */
  readonly reference: string;
  /** false = an office default that is to be confirmed. */
  readonly confirmed: boolean;
}

/** A way to a certification. */
export interface EligibilityRoute {
  readonly id: string;
  readonly title: string;
  readonly by: RecertificationRoute;
  /** The sentence of the policy that opens it. */
  readonly citation: string;
  readonly needs: readonly RouteNeed[];
  /** What to send. */
  readonly documents: readonly string[];
  /** Those of them that an application shows by itself: that it came, that its fee is paid. */
  readonly shownBy: Readonly<Record<string, 'application' | 'fee'>>;
}

/** Questions and routes of one certification, every figure filled in. */
export interface EligibilityGuide {
  readonly code: CertificationCode;
  readonly questions: readonly EligibilityQuestion[];
  readonly routes: readonly EligibilityRoute[];
}

/** How a need stands: met, to be made up for, not known, closing the route, or not asked yet. */
export type NeedState = 'met' | 'still' | 'unsure' | 'out' | 'unasked';

/** How a route stands after some answers. */
export interface RouteResult {
  readonly route: EligibilityRoute;
  /** `open` = a question that it needs is not answered yet. */
  readonly state: 'open' | 'fits' | 'out';
  readonly needs: readonly { readonly need: RouteNeed; readonly state: NeedState }[];
  /** The need that closed it, the one asked first; null where it is not closed. */
  readonly closedBy: RouteNeed | null;
}

/** Where the assistant is: the next question, or the end. */
export interface Assessment {
  /** null = nothing that is left to ask changes anything. */
  readonly next: EligibilityQuestion | null;
  readonly routes: readonly RouteResult[];
}

/** The fee of a way, in whole cents. */
export interface RouteFee {
  readonly cents: number;
  readonly confirmed: boolean;
}

/** The assistant as a screen or a page shows it. */
export interface EligibilityView extends Assessment {
  readonly code: CertificationCode;
  readonly certification: string;
  readonly on: CalendarDate;
  /** Whom it is about; null where it was started on its own. */
  readonly member: {
    readonly memberNo: string;
    readonly name: string;
    /** How the certification stands, in a sentence; empty where the member does not hold it. */
    readonly standing: string;
  } | null;
  /** In the order in which they were asked. */
  readonly answered: readonly {
    readonly question: EligibilityQuestion;
    readonly answer: EligibilityAnswer;
    readonly text: string;
    /** Told by the office's own records. */
    readonly known: boolean;
  }[];
  readonly fees: Readonly<Record<RecertificationRoute, RouteFee>>;
  /** Sentences of the policy that are cited, by their ids. */
  readonly sentences: Readonly<Record<string, string>>;
  /** Whether anything it says rests on an office default. */
  readonly unconfirmed: boolean;
}

/** What is said wherever a figure is not confirmed. */
export const UNCONFIRMED_TEXT =
  'The figures of the routes are office defaults: the body’s published policy gives none. Confirm them before relying on a result.';
