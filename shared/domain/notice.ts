import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { StandingStatus } from './standing.ts';

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
  /** The certification year that the fee is for: from the anniversary to the day before the next. */
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
}

/** Everything printed on one member's sheet of a run. */
export interface NoticeSheet {
  /** e.g. `2026-12-A`. */
  readonly run: string;
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
  readonly consequence: { readonly citation: string; readonly sentence: string };
}
