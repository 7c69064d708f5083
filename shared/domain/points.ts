import type { ActivityCategory, ActivitySource, CertificationCode } from './codes.ts';
import type { ActivityCriteria, ActivityFinding, CalendarDate } from './facts.ts';
import type { PolicyValueUsed, StandingStatus } from './standing.ts';

/** Who holds what shows an activity (SC-DOC-1): the member, or the office has seen it. */
export const EVIDENCE = ['member', 'seen'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** How an activity was countered: corrected by another in its place, or withdrawn. */
export const COUNTER_KINDS = ['corrected', 'withdrawn'] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];

/** What is typed about an activity. Points and hours with at most two decimals. */
export interface ActivityDraft {
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  /** null for an employment, which has its days instead. */
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  /** null = still employed. */
  readonly employedTo: CalendarDate | null;
  /** Hours or credits; null where they are not known. */
  readonly hours: number | null;
  /** Points claimed; null = whatever the hours give. */
  readonly claimed: number | null;
  readonly criteria: ActivityCriteria;
  readonly source: ActivitySource;
  readonly evidence: Evidence;
}

export interface ActivityToEnter extends ActivityDraft {
  readonly memberNo: string;
}

/** A sentence of the body, quoted. */
export interface QuotedSentence {
  readonly id: string;
  readonly text: string;
}

/** One step in which points were granted: what the rule found, the points after it, the sentence or the office's value that it applied. */
export interface GrantStep {
  readonly rule: 'feed' | 'hours' | 'claimed' | 'exam-retake';
  readonly text: string;
  readonly points: number;
  readonly quoted: QuotedSentence | null;
  readonly value: PolicyValueUsed | null;
}

/** What matters of a standing when something is about to change. Points. */
export interface StandingBrief {
  readonly status: StandingStatus;
  readonly cycleStart: CalendarDate;
  readonly cycleEnd: CalendarDate;
  readonly required: number;
  readonly counted: number;
  readonly outstanding: number;
  readonly attested: boolean;
}

/** A standing before and after, where something about to be saved would change it. */
export interface StandingChange {
  readonly code: CertificationCode;
  readonly before: StandingBrief;
  readonly after: StandingBrief;
  readonly changed: boolean;
}

/** A cycle that an activity falls in. */
export interface FallsIn {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** `rolled` = closed; `open` = the one being worked on; `waiting` = begun, but waits for the open one to roll. */
  readonly state: 'rolled' | 'open' | 'waiting';
}

/** How the cap of a category cut the points of one certification. */
export interface CapCut {
  readonly cap: number;
  /** Granted in the category and cycle before. */
  readonly already: number;
  readonly value: PolicyValueUsed;
}

/** What an activity does for one certification of the member. */
export interface EntryVerdict {
  readonly code: CertificationCode;
  /** Whether it counts for the open cycle. */
  readonly counts: boolean;
  /** Points that it adds to the open cycle. */
  readonly points: number;
  /** The cycle that it falls in; null where it lies before the first. */
  readonly fallsIn: FallsIn | null;
  /** Why it counts or does not, in a plain sentence. */
  readonly why: string;
  /** The sentences that decided, the first one foremost. */
  readonly quoted: readonly QuotedSentence[];
  /** What would make it count; null where it does. */
  readonly remedy: string | null;
  readonly cut: CapCut | null;
  readonly change: StandingChange;
  /** What the change means: the cycle complete, or how much is still to go. */
  readonly outlook: { readonly text: string; readonly quoted: QuotedSentence };
}

/** Something recorded already that looks the same. */
export interface EntryDoubt {
  readonly kind: 'same-activity' | 'overlapping-employment';
  readonly text: string;
}

export type DraftFieldName =
  | 'title'
  | 'provider'
  | 'completedOn'
  | 'employedFrom'
  | 'employedTo'
  | 'hours'
  | 'claimed';

/** What keeps an activity from being entered at all. */
export interface EntryProblem {
  readonly field: DraftFieldName;
  readonly text: string;
  readonly quoted: QuotedSentence | null;
}

/** What an activity would be granted and do, before anything is saved. */
export interface ActivityPreview {
  readonly memberNo: string;
  readonly memberName: string;
  readonly problem: EntryProblem | null;
  /** Before any cap; 0 where a problem stands in the way. */
  readonly granted: number;
  readonly steps: readonly GrantStep[];
  readonly verdicts: readonly EntryVerdict[];
  readonly doubts: readonly EntryDoubt[];
}

/** What became of an activity that was entered: `activity` is null where doubts have to be confirmed first. */
export interface EnteredActivity {
  readonly activity: number | null;
  readonly preview: ActivityPreview;
}

/** The counter-entry to an activity, as the history shows it. */
export interface ActivityCounter {
  readonly kind: CounterKind;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly by: string;
  /** The activity that stands in its place. */
  readonly replacedBy: number | null;
}

/** What an activity on record does for one certification. */
export interface CountedFor {
  readonly code: CertificationCode;
  readonly counts: boolean;
  /** Points in the open cycle. */
  readonly points: number;
  /** Points granted for this certification, where its cap cut them. */
  readonly cutTo: number | null;
  readonly fallsIn: FallsIn | null;
  readonly why: string;
  readonly citation: string;
}

/** An activity on record. */
export interface MemberActivity extends ActivityDraft {
  readonly activity: number;
  readonly granted: number;
  readonly finding: ActivityFinding | null;
  readonly externalId: string | null;
  /** null where a file brought it. */
  readonly enteredOn: CalendarDate | null;
  readonly enteredBy: string | null;
  readonly counter: ActivityCounter | null;
  /** The activity that it was entered in place of. */
  readonly replaces: number | null;
  /** Per certification; empty once it is countered. */
  readonly countedFor: readonly CountedFor[];
}

/** What a category has in the open cycle of a certification. */
export interface CategoryPoints {
  readonly category: ActivityCategory;
  readonly counted: number;
  readonly cap: number;
  readonly capConfirmed: boolean;
}

/** An attestation of a cycle as it is on record. */
export interface CycleAttestation {
  readonly attestation: number;
  readonly attestedOn: CalendarDate;
  readonly recordedBy: string | null;
}

/** The open cycle of a certification with what it has and lacks. */
export interface PointsOfCertification extends StandingBrief {
  readonly code: CertificationCode;
  readonly bound: boolean;
  /** Days from today to the cycle's last day; negative once it has ended. */
  readonly daysLeft: number;
  readonly categories: readonly CategoryPoints[];
  readonly attestation: CycleAttestation | null;
}

/** Everything about a member's points. */
export interface MemberPoints {
  readonly memberNo: string;
  readonly memberName: string;
  readonly asOf: CalendarDate;
  readonly certifications: readonly PointsOfCertification[];
  /** Newest first, those countered among them. */
  readonly activities: readonly MemberActivity[];
}

/** What correcting or withdrawing an activity would do. */
export interface CounterPreview {
  /** null for a withdrawal. */
  readonly preview: ActivityPreview | null;
  readonly changes: readonly StandingChange[];
  /** Activities whose points a cap cut and that could be granted more once this one is gone. */
  readonly couldHaveMore: readonly string[];
}
