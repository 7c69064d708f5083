import type { CaseState } from './audit-steps.ts';
import type { CertificationCode } from './codes.ts';
import type { AuditOutcome, CalendarDate } from './facts.ts';

/** Why somebody who moved to a new cycle could not be drawn. */
export const AUDIT_EXCLUSIONS = ['deceased', 'under-audit', 'audited-last-cycle'] as const;
export type AuditExclusion = (typeof AUDIT_EXCLUSIONS)[number];

/** The words for an exclusion, after how many they are. */
export const EXCLUSION_WORDS: Readonly<Record<AuditExclusion, string>> = {
  deceased: 'deceased',
  'under-audit': 'already audited for this cycle',
  'audited-last-cycle': 'audited for the cycle before',
};

/** The name under which a certification is drawn, known outside the office: `700412:RMA`. */
export function publicId(memberNo: string, code: CertificationCode): string {
  return `${memberNo}:${code}`;
}

/** A draw of the annual audit as it stands on record. */
export interface AuditDraw {
  /** The year of the audit, e.g. `2027`: it draws from those who moved to a new cycle in the year before (PB-AUD-1). */
  readonly campaign: string;
  /** 1 for the year’s first draw. */
  readonly draw: number;
  readonly algorithm: 'sha256-rank-1' | 'taken-over';
  readonly seed: string;
  /** The share of the population that was asked for, or null where a number was. */
  readonly rate: number | null;
  /** The certifications that could be drawn. */
  readonly population: number;
  /** SHA-256 of the exported population: its public ids in order, each with a line feed. */
  readonly populationSha256: string;
  /** Those who moved on as well but could not be drawn, by why. */
  readonly excluded: Readonly<Partial<Record<AuditExclusion, number>>>;
  /** Public ids in the order in which they were drawn. */
  readonly selected: readonly string[];
  readonly reason: string;
  readonly drawnOn: CalendarDate;
  readonly drawnBy: string;
}

/** What a repeated draw found. */
export interface DrawCheck {
  readonly campaign: string;
  readonly draw: number;
  readonly ok: boolean;
  /** One sentence each; empty where everything agrees. */
  readonly problems: readonly string[];
}

/** A draw without the list of whom it selected. */
export interface AuditDrawSummary extends Omit<AuditDraw, 'selected'> {
  readonly size: number;
  /** Audits of it that have no outcome yet. */
  readonly open: number;
}

/** What a draw of a year would draw from; nothing is written. */
export interface AuditForecast {
  readonly year: number;
  readonly population: number;
  readonly excluded: AuditDraw['excluded'];
  /** Share of the population that the policy asks for. */
  readonly rate: number;
  /** Whether the office has confirmed that rate. */
  readonly rateConfirmed: boolean;
  /** How many draws of the year are on record. */
  readonly earlier: number;
}

/** An audit of one certification's cycle. */
export interface AuditCase {
  readonly audit: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly selectedOn: CalendarDate;
  /** The year it was drawn in, and by which of its draws; null for cause. */
  readonly campaign: string | null;
  readonly draw: number | null;
  /** Why it was opened, where no draw selected it. */
  readonly forCause: string | null;
  readonly state: CaseState;
  readonly closedOn: CalendarDate | null;
  readonly outcome: AuditOutcome | null;
}

/** A page of audits. */
export interface AuditCases {
  readonly total: number;
  readonly rows: readonly AuditCase[];
}
