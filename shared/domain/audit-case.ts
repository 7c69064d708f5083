import type { EvidenceItem, FindingReason, Verdict } from './audit-findings.ts';
import type { CaseLetter, FinalHow } from './audit-letters.ts';
import type { ReportList } from './audit-report.ts';
import type { CaseState, CaseStep } from './audit-steps.ts';
import type { ActivityCategory, CertificationCode } from './codes.ts';
import type { AuditOutcome, CalendarDate } from './facts.ts';
import type { IntakePart } from './intake.ts';
import type { Lapse, Reason, StandingStatus } from './standing.ts';

/** A case as the worklist shows it. Days are whole days. */
export interface CaseRow {
  readonly audit: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly state: CaseState;
  readonly sinceOn: CalendarDate;
  readonly selectedOn: CalendarDate;
  /** Days since it was selected, or until it was decided. */
  readonly age: number;
  readonly dueOn: CalendarDate | null;
  readonly overdue: boolean;
  /** Empty where nobody has it. */
  readonly owner: string;
  readonly campaign: string | null;
  readonly forCause: string | null;
  readonly outcome: AuditOutcome | null;
  /** Whether a second reviewer is awaited. */
  readonly proposed: boolean;
  /** Where it is selected: why its notice did not go out, in a sentence; null for every other. */
  readonly noNotice: string | null;
}

/** A page of the worklist. */
export interface CaseRows {
  readonly total: number;
  readonly rows: readonly CaseRow[];
}

/** What the worklist is narrowed to; all of it must hold. */
export interface CaseFilter {
  /** `open` = whatever still has to be worked: all but what is decided. */
  readonly state: CaseState | 'open' | 'overdue' | 'second-review' | 'all';
  /** Empty = nobody’s; null = whoever’s. */
  readonly owner: string | null;
  /** A part of the name or the number; empty = everyone. */
  readonly text: string;
  /** The cases behind a figure of a campaign’s report; left out or null = of whatever campaign. */
  readonly report?: ReportList | null | undefined;
}

export const CASE_SORTS = ['due', 'age', 'member', 'owner', 'state'] as const;
export type CaseSortBy = (typeof CASE_SORTS)[number];
export interface CaseSort {
  readonly by: CaseSortBy;
  readonly descending: boolean;
}

/** How many cases stand where, and with whom. */
export interface CaseTallies {
  readonly states: Readonly<Record<CaseState, number>>;
  readonly open: number;
  readonly overdue: number;
  readonly secondReview: number;
  /** By reviewer, those with most first; the empty name = nobody. Decided cases are not counted. */
  readonly owners: readonly { readonly owner: string; readonly open: number; readonly overdue: number }[];
  /** Names a case can be given to: managers, whoever has or had one, and who asks. */
  readonly reviewers: readonly string[];
}

/** A policy value that set a day. */
export interface DueValue {
  readonly name: string;
  readonly days: number;
  readonly confirmed: boolean;
}

/** One step of a case, as it was taken. */
export interface CaseStepTaken {
  readonly step: number;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly value: DueValue | null;
  readonly note: string;
  readonly actor: string;
  /** The run that took it; null = somebody. */
  readonly run: string | null;
  /** Whether it was taken back. */
  readonly takenBack: boolean;
}

/** What was last found about an activity. */
export interface CaseFinding {
  readonly verdict: Verdict;
  /** Points found, at most what the rules count. */
  readonly points: number;
  readonly reason: FindingReason | null;
  readonly note: string;
  readonly on: CalendarDate;
  readonly by: string;
}

/** An activity of the audited cycle with what is known of it. Points. */
export interface CaseActivity {
  readonly activity: number;
  readonly title: string;
  readonly provider: string;
  readonly category: ActivityCategory;
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
  readonly hours: number | null;
  readonly claimed: number;
  /** What the rules count of it for the cycle, before any finding. */
  readonly counted: number;
  /** Why the rules count nothing; null where they do. */
  readonly excluded: { readonly citation: string; readonly why: string } | null;
  readonly finding: CaseFinding | null;
  /** Findings before the one that holds, oldest first. */
  readonly earlier: readonly CaseFinding[];
  readonly evidence: Readonly<Partial<Record<EvidenceItem, boolean>>>;
  /** The activity that it was put in the place of. */
  readonly substituteFor: number | null;
}

/** What the rules make of the findings. */
export interface CaseOutcome {
  /** `open` = not to be decided yet; `more-asked` = the member can still be asked for what is missing. */
  readonly outcome: AuditOutcome | 'more-asked' | 'open';
  /** Points found. */
  readonly counted: number;
  readonly required: number;
  /** Activities that still have to be judged. */
  readonly unjudged: number;
  readonly reasons: readonly Reason[];
}

/** How and when a decision became final. */
export interface DecisionFinal {
  readonly on: CalendarDate;
  readonly how: FinalHow;
  readonly run: string | null;
  /** Where somebody declared it: how the member was told otherwise, why, and who allowed it. */
  readonly way: string;
  readonly reason: string;
  readonly approvedBy: string | null;
}

/**
 * A decision on a case; a later one stands in the place of an earlier one. `waiting` = for its letter; `withdrawn` = before that went out.
 */
export interface CaseDecision {
  readonly decision: number;
  readonly state: 'waiting' | 'withdrawn' | 'final';
  readonly final: DecisionFinal | null;
  readonly outcome: AuditOutcome;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  /** Who agreed to a non-compliant outcome. */
  readonly secondBy: string | null;
  readonly counted: number;
  readonly required: number;
  readonly citation: string;
  readonly reason: string;
  readonly reasons: readonly Reason[];
  /** Whether it reversed the decision before. */
  readonly reversal: boolean;
}

/** A non-compliant outcome that one reviewer proposed, or what a second one said of it. */
export interface CaseOpinion {
  readonly role: 'first' | 'second';
  readonly agrees: boolean | null;
  readonly note: string;
  readonly on: CalendarDate;
  readonly by: string;
}

/** A case with everything that its page shows. */
export interface CaseView extends CaseRow {
  readonly cycleEnd: CalendarDate;
  readonly bound: boolean;
  readonly required: number;
  readonly attestedOn: CalendarDate | null;
  /** Whether proof ever came. */
  readonly answered: boolean;
  readonly activities: readonly CaseActivity[];
  /** Activities of the member outside the cycle, which nothing of it can be shown by. */
  readonly outside: readonly {
    readonly activity: number;
    readonly title: string;
    readonly citation: string;
    readonly why: string;
  }[];
  /** What was filed to the case, in the order in which it came. */
  readonly documents: readonly IntakePart[];
  readonly computed: CaseOutcome;
  readonly next: readonly CaseStep[];
  readonly steps: readonly CaseStepTaken[];
  readonly opinions: readonly CaseOpinion[];
  /** The outcome that waits for a second reviewer. */
  readonly proposal: CaseOpinion | null;
  readonly decisions: readonly CaseDecision[];
  /** The letters that its steps and decisions asked for, oldest first. */
  readonly letters: readonly CaseLetter[];
  /** The last day on which an appeal is in time; null where nothing can be appealed. */
  readonly appealBy: CalendarDate | null;
  /** Where the certification stands now. */
  readonly standing: {
    readonly status: StandingStatus;
    readonly lapse: Lapse | null;
    readonly routes: readonly string[];
  };
  /** Days that the steps would set, with the values that set them. */
  readonly values: readonly DueValue[];
}
