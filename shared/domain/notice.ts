import type { FindingReason, Verdict } from './audit-findings.ts';
import type { CertificationCode } from './codes.ts';
import type { AuditOutcome, CalendarDate, RecertificationRoute } from './facts.ts';
import type { PapersFate } from './return-letters.ts';
import type { SheetPurpose } from './sheet-code.ts';
import type { LapseCause, StandingStatus } from './standing.ts';

/** A postal address as entered. */
export interface PostalAddress {
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** ISO 3166 alpha-2; `US` at home. */
  readonly country: string;
}

/** The office as it appears on paper. */
export interface OfficeProfile {
  readonly name: string;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  /** PNG or JPEG bytes, base64; null until the office sets one. */
  readonly logo: string | null;
}

/** One certification on a renewal notice. */
export interface NoticeLine {
  readonly code: CertificationCode;
  readonly certificationName: string;
  readonly status: StandingStatus;
  /** The certification year that the fee is for: from the anniversary to the day before the next. Without a fee: the CCP cycle. */
  readonly yearStart: CalendarDate;
  readonly yearEnd: CalendarDate;
  /** Whole cents still due for this year. */
  readonly amountCents: number;
  /** Whole cents still due for earlier years. */
  readonly arrearsCents: number;
  readonly dueOn: CalendarDate;
  readonly boundByCcp: boolean;
  readonly cycleEnd: CalendarDate;
  readonly pointsRequired: number;
  readonly pointsCounted: number;
  readonly pointsOutstanding: number;
  readonly attested: boolean;
  /** On a final notice: the day on which it lapses unless it is paid before. */
  readonly lapsesOn?: CalendarDate;
  /** On a lapse notice: how it lapsed. */
  readonly lapse?: LineLapse;
  /** On a receipt: what settled the year's fee. */
  readonly paid?: LinePaid;
  /** On an audit notice, and where more is asked: the audit that proof is asked for, with its cover sheets. */
  readonly audit?: LineAudit;
  /** On a letter of the audit desk: the case and what it is told of. */
  readonly case?: LineCase;
}

/** A case of the audit as a letter of the desk tells of it. Points. */
export interface LineCase {
  readonly audit: number;
  /** The day by which something is to come or is done; null = none. */
  readonly dueOn: CalendarDate | null;
  /** What was written for the member with the step or the decision; empty = nothing. */
  readonly said: string;
  /** Points that were shown. */
  readonly shown: number;
  /** The day of the decision, or of what the letter answers. */
  readonly on: CalendarDate;
  readonly outcome: AuditOutcome | null;
  /** Whether the decision before was another. */
  readonly reversal: boolean;
  /** The last day to appeal, for a letter that goes out the day it is prepared; null = nothing can be appealed. */
  readonly appealBy: CalendarDate | null;
  /** Which ways lead back; none where it did not lapse. */
  readonly routes: readonly RecertificationRoute[];
  /** What was found about each activity that is told of, oldest first. */
  readonly findings: readonly LineFinding[];
}

/** What was found about an activity. */
export interface LineFinding extends AuditedActivity {
  /** Points that were shown of it. */
  readonly shown: number;
  readonly verdict: Verdict;
  readonly reason: FindingReason | null;
  /** The reviewer's own words; may be empty. */
  readonly note: string;
}

/** An audit as its notice tells of it. */
export interface LineAudit {
  readonly audit: number;
  /** The year of the draw that selected it; null = opened for cause. */
  readonly campaign: string | null;
  readonly selectedOn: CalendarDate;
  /** The day by which proof is asked for. */
  readonly answerBy: CalendarDate;
  /** What was recorded for the audited cycle, oldest first. */
  readonly activities: readonly AuditedActivity[];
}

/** A recorded activity whose proof is asked for. */
export interface AuditedActivity {
  readonly activity: number;
  readonly title: string;
  /** First and last day; the same for what was completed on one, null = still going on. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** What it counts for the cycle. */
  readonly points: number;
}

/** What settled a year's fee. */
export interface LinePaid {
  /** Whole cents. */
  readonly cents: number;
  readonly on: CalendarDate;
  /** e.g. `Check 1041`. */
  readonly how: string;
}

/** How a certification lapsed, and which ways lead back. */
export interface LineLapse {
  readonly cause: LapseCause;
  /** The first unmet due date that led to it. */
  readonly since: CalendarDate;
  /** The day from which it had to recertify. */
  readonly on: CalendarDate;
  readonly routes: readonly RecertificationRoute[];
}

/** Documents that a letter sends back, as it tells of them. */
export interface ReceivedPapers {
  /** As the file was called. */
  readonly name: string;
  readonly on: CalendarDate;
  readonly pages: number;
  readonly papers: PapersFate;
}

/** A sentence of the policy as a letter quotes it. */
export interface QuotedSentence {
  readonly citation: string;
  readonly sentence: string;
}

/** Everything printed on one member's sheet of a run. */
export interface NoticeSheet {
  /** e.g. `2026-12-A`. */
  readonly run: string;
  /** What it asks for. */
  readonly purpose: SheetPurpose;
  /** From 1. */
  readonly sheet: number;
  readonly sheets: number;
  /** Date printed on the letter. */
  readonly dated: CalendarDate;
  /** `YYYY-MM` the notice is for. */
  readonly month: string;
  readonly memberNo: string;
  /** Full name with suffix, as the salutation and bookmarks show it. */
  readonly memberName: string;
  /** The lines of the address block, already fitted, top to bottom. */
  readonly addressLines: readonly string[];
  /** Points (1/72 in), 8 to 12. */
  readonly addressSize: number;
  readonly lines: readonly NoticeLine[];
  readonly totalCents: number;
  /** The policy sentence that says what happens if not. */
  readonly consequence: QuotedSentence;
  /** On a lapse notice: the policy sentences that say how to come back. */
  readonly waysBack?: readonly QuotedSentence[];
  /** On an audit notice: the policy sentences that say how members are selected and what they are asked for. */
  readonly selection?: readonly QuotedSentence[];
  /** On a letter that sends documents back: what was received. */
  readonly received?: readonly ReceivedPapers[];
}
