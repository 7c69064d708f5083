import type { BadgeRequest } from './badges.ts';
import type { ActivityCategory, CertificationCode } from './codes.ts';
import type { ActivityCriteria, CalendarDate, RecertificationRoute } from './facts.ts';
import type { KeptEligibility } from './kept-eligibility.ts';
import type { RecertificationStatus } from './recertification-steps.ts';
import type { LapseCause } from './standing.ts';

// Applications for recertification (PB-REC-1) as the desk sees them. All money is whole cents.

/** The fee of an application. */
export interface RecertificationFee {
  readonly fee: number;
  readonly invoicedOn: CalendarDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly owedCents: number;
  readonly voidedOn: CalendarDate | null;
}

/** An application in a list or on the board. */
export interface ApplicationSummary {
  readonly application: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly route: RecertificationRoute;
  readonly receivedOn: CalendarDate;
  readonly status: RecertificationStatus;
  /** When it came to stand there. */
  readonly sinceOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** What the checklist still misses; nothing once it is decided. */
  readonly missing: number;
  /** Of the fee; null where none is invoiced. */
  readonly owedCents: number | null;
  /** The exam's day, while one is set. */
  readonly examOn: CalendarDate | null;
}

export interface ApplicationRows {
  readonly total: number;
  readonly rows: readonly ApplicationSummary[];
}

/** Which applications a list shows. */
export const APPLICATION_STATES = ['open', 'closed', 'all'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Points listed on an application by CCP. */
export interface ApplicationPoints {
  readonly id: number;
  readonly category: ActivityCategory;
  readonly title: string;
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
  readonly points: number;
  readonly criteria: ActivityCriteria;
  /** When its proof came: for employment, the employment verification form. */
  readonly proofOn: CalendarDate | null;
  readonly refusedWhy: string | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** The same, judged. */
export interface JudgedPoints extends ApplicationPoints {
  readonly counted: number;
  /** Why less than claimed counts, with the sentence that decides; null where all does. */
  readonly because: { readonly citation: string; readonly why: string } | null;
}

/** One thing that an application must contain. */
export interface ChecklistItem {
  readonly id:
    | 'points'
    | 'proof'
    | 'employment-form'
    | 'eligibility'
    | 'documents'
    | 'felony'
    | 'attestation'
    | 'fee';
  readonly title: string;
  readonly citation: string;
  readonly done: boolean;
  /** How it stands, in a sentence. */
  readonly said: string;
  /** What the letter asks the member for; empty where it is there. */
  readonly ask: string;
}

/** One step of the trail. */
export interface ApplicationStep {
  readonly from: RecertificationStatus | null;
  readonly to: RecertificationStatus;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

export interface ExamAttempt {
  readonly number: number;
  readonly examOn: CalendarDate;
  readonly place: string;
  readonly outcome: 'passed' | 'failed' | 'cancelled' | null;
  readonly outcomeOn: CalendarDate | null;
}

/** A PDF that belongs to an application, kept under its hash. */
export interface ApplicationPaper {
  readonly kind: RecertificationPaperKind;
  readonly sha256: string;
  readonly issuedOn: CalendarDate;
  readonly actor: string;
  /** The office's own version of the letter; null = the text that ships, or a paper that is no letter. */
  readonly letterVersion: number | null;
}

export const RECERTIFICATION_PAPERS = [
  'recertification-missing',
  'recertification-denied',
  'certificate',
  'wallet-card',
] as const;
export type RecertificationPaperKind = (typeof RECERTIFICATION_PAPERS)[number];

/** Everything about one application but the answer to the felony question. */
export interface ApplicationView extends Omit<ApplicationSummary, 'missing' | 'owedCents' | 'examOn'> {
  readonly certificationName: string;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
  readonly certificateNo: string | null;
  /** Why it must recertify; null once it has. */
  readonly lapse: { readonly cause: LapseCause; readonly since: CalendarDate } | null;
  /** The last day on which an application by CCP can be received (SC-RECERT-2); null without a lapse. */
  readonly ccpUntil: CalendarDate | null;
  /** null where the route is open, else why it is not. */
  readonly closedRoute: ClosedRoute | null;
  readonly attestedOn: CalendarDate | null;
  readonly eligibleBy: string | null;
  readonly eligibleCheckedOn: CalendarDate | null;
  /** What the eligibility assistant found; null where nothing of it is kept. */
  readonly eligibility: KeptEligibility | null;
  readonly required: { readonly points: number; readonly reference: string; readonly confirmed: boolean };
  readonly counted: number;
  readonly points: readonly JudgedPoints[];
  readonly fee: (RecertificationFee & { readonly confirmed: boolean }) | null;
  /** Credit of the certification that could pay the fee. */
  readonly creditCents: number;
  readonly checklist: readonly ChecklistItem[];
  readonly attempts: readonly ExamAttempt[];
  readonly steps: readonly ApplicationStep[];
  readonly papers: readonly ApplicationPaper[];
  /** The badge that was asked for when it recertified; null before. */
  readonly badge: Pick<BadgeRequest, 'requestedOn' | 'step' | 'hold'> | null;
  /** Steps that its status and route allow, each with what hinders it now. */
  readonly next: readonly { readonly to: RecertificationStatus; readonly hindered: string | null }[];
}

/** Why a route is not open, with the sentence that says so. */
export interface ClosedRoute {
  readonly citation: string;
  readonly why: string;
}

/** What an application would meet, before it is entered. */
export interface StartCheck {
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly lapse: { readonly cause: LapseCause; readonly since: CalendarDate } | null;
  readonly ccpUntil: CalendarDate | null;
  readonly required: { readonly points: number; readonly reference: string; readonly confirmed: boolean };
  readonly routes: readonly {
    readonly route: RecertificationRoute;
    /** null where it is open. */
    readonly closed: ClosedRoute | null;
    readonly feeCents: number;
    readonly feeConfirmed: boolean;
  }[];
  /** The number of an application that is open already. */
  readonly open: number | null;
}

/** The answer to the felony question (PB-REC-1): if yes, its date, nature, court and outcome. */
export interface FelonyAnswer {
  readonly answer: 'no' | 'yes';
  readonly happenedOn: string;
  readonly nature: string;
  readonly court: string;
  readonly outcome: string;
}

/** The same as it was recorded. */
export interface RecordedFelony extends FelonyAnswer {
  readonly recordedBy: string;
  readonly recordedAt: string;
}
