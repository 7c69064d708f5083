import type { AuditDrawSummary } from './audit-draw.ts';
import type { FindingReason, Verdict } from './audit-findings.ts';
import type { CertificationCode } from './codes.ts';
import type { ExactShare } from './exact-share.ts';
import type { CalendarDate } from './facts.ts';

/** What the cases of a campaign can be counted by; each is a list of cases, too. */
export const REPORT_PARTS = [
  'all',
  'told',
  'not-told',
  'undelivered',
  'returned',
  'not-returned',
  'undecided',
  'overdue',
  'letter-waiting',
  'decided',
  'compliant',
  'non-compliant',
  'no-proof',
  'short',
  'extended',
  'more-asked',
  'substituted',
  'appealed',
  'appeal-open',
  'upheld',
  'reversed',
  'second-opinion',
  'disagreed',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** In the office's words, as the heading of their list says them. */
export const REPORT_PART_WORDS: Readonly<Record<ReportPart, string>> = {
  all: 'every case',
  told: 'notice sent',
  'not-told': 'no notice yet',
  undelivered: 'notice came back',
  returned: 'proof returned',
  'not-returned': 'no proof yet',
  undecided: 'open',
  overdue: 'overdue',
  'letter-waiting': 'decided, letter not sent',
  decided: 'decided',
  compliant: 'compliant',
  'non-compliant': 'non-compliant',
  'no-proof': 'non-compliant, no proof came',
  short: 'non-compliant, points not shown',
  extended: 'given an extension',
  'more-asked': 'asked for more',
  substituted: 'with a substituted activity',
  appealed: 'appealed',
  'appeal-open': 'appeal open',
  upheld: 'appealed and upheld',
  reversed: 'appealed and reversed',
  'second-opinion': 'with a second opinion',
  disagreed: 'second reviewer did not agree',
};

/** Drawn by chance, or opened for cause: never counted together. */
export const REPORT_GROUPS = ['drawn', 'for-cause'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The cases behind one figure of a report; what is null does not narrow. */
export interface ReportList {
  readonly year: number;
  readonly group: ReportGroup;
  readonly part: ReportPart;
  readonly code: CertificationCode | null;
  /** An activity of the case was last found so. */
  readonly verdict: Verdict | null;
  readonly reason: FindingReason | null;
  /** Who decided it, or agreed as the second reviewer. */
  readonly reviewer: string | null;
}

export type ReportCounts = Readonly<Record<ReportPart, number>>;

/** Days that cases took, whole days from one date to another. */
export interface DaysTaken {
  readonly cases: number;
  /** The middle case; of two middle ones their mean. */
  readonly median: number;
  /** Nine of ten cases took no longer. */
  readonly ninth: number;
  readonly longest: number;
  readonly longestCase: number;
}

/** How the drawn cases of a certification ended. */
export interface OutcomesOfCode {
  readonly code: CertificationCode;
  readonly drawn: number;
  readonly compliant: number;
  readonly nonCompliant: number;
  readonly undecided: number;
}

/** Activities that were last found so. */
export interface FoundActivities {
  readonly verdict: Verdict;
  readonly reason: FindingReason | null;
  readonly activities: number;
  readonly cases: number;
}

/** A proposed outcome that the second reviewer did not agree to. */
export interface Disagreement {
  readonly audit: number;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly first: string;
  readonly second: string;
  readonly note: string;
  readonly on: CalendarDate;
}

/** What second reviewers said of the outcomes proposed to them. */
export interface ReviewerAgreement {
  readonly opinions: number;
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
}

/** What one reviewer did in a campaign. */
export interface ReviewerFigures {
  readonly reviewer: string;
  /** Activities judged, by the last finding of each. */
  readonly findings: number;
  /** Decisions as the first reviewer. */
  readonly compliant: number;
  readonly nonCompliant: number;
  readonly secondOpinions: number;
  /** Cases not decided that are this person's. */
  readonly open: number;
  /** Cases decided, or given a second opinion. */
  readonly reviewed: number;
}

/** An annual audit from its draw to its outcomes. The sample alone but for `forCause`. */
export interface AuditReport {
  readonly year: number;
  readonly asOf: CalendarDate;
  readonly draws: readonly AuditDrawSummary[];
  /** What the first draw drew from. */
  readonly population: number;
  readonly counts: ReportCounts;
  readonly forCause: ReportCounts;
  readonly byCode: readonly OutcomesOfCode[];
  readonly found: readonly FoundActivities[];
  /** From the notice, and from the first proof, to the first decision; null where no case has both. */
  readonly fromNotice: DaysTaken | null;
  readonly fromProof: DaysTaken | null;
  /** Steps, where a case can have several. */
  readonly extensions: number;
  readonly timesAsked: number;
  readonly substitutions: number;
  readonly agreement: ReviewerAgreement;
  readonly reviewers: readonly ReviewerFigures[];
  /** Of the decided cases those non-compliant; null while none is decided. */
  readonly failure: ExactShare | null;
}

/**
 * Median, ninth decile (nearest rank) and longest of the days that cases took; null for none.
 * @param taken one entry a case
 */
export function daysTaken(
  taken: readonly { readonly audit: number; readonly days: number }[],
): DaysTaken | null {
  const sorted = taken.toSorted((a, b) => a.days - b.days || a.audit - b.audit);
  const longest = sorted.at(-1);
  if (longest === undefined) return null;
  const at = (index: number) => sorted[index]?.days ?? longest.days;
  const half = sorted.length / 2;
  return {
    cases: sorted.length,
    median: (at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2,
    ninth: at(Math.ceil(sorted.length * 0.9) - 1),
    longest: longest.days,
    longestCase: longest.audit,
  };
}
