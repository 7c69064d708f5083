import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';

/** Why somebody who moved to a new cycle could not be drawn. */
export const AUDIT_EXCLUSIONS = ['deceased', 'under-audit', 'audited-last-cycle'] as const;
export type AuditExclusion = (typeof AUDIT_EXCLUSIONS)[number];

/** The words for an exclusion, after the member’s name. */
export const EXCLUSION_WORDS: Readonly<Record<AuditExclusion, string>> = {
  deceased: 'has died',
  'under-audit': 'is or was audited for this cycle already',
  'audited-last-cycle': 'was audited for the cycle before',
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
