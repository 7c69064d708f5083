import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { NoticeSheet } from './notice.ts';
import type { RunKind } from './notice-schedule.ts';

/** Why a selected member gets no sheet. */
export const HELD_REASONS = [
  'deceased',
  'must recertify',
  'nothing due',
  'already sent for this month',
  'asked for no mail',
  'no usable address',
  'address does not fit the window',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export interface RunSummary {
  /** e.g. `2026-12-A`. */
  readonly run: string;
  readonly kind: RunKind;
  /** Which step of the notice schedule. */
  readonly step: string;
  readonly month: string;
  readonly preparedOn: CalendarDate;
  readonly selected: number;
  readonly toPrint: number;
  readonly toEmail: number;
  readonly held: number;
  readonly heldBy: readonly { readonly reason: HeldReason; readonly count: number }[];
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  /** Sheets handed to the post, as counted. */
  readonly mailedCount: number | null;
  readonly pdfSha256: string | null;
  /** Whole cents asked for on all sheets and e-mails. */
  readonly totalCents: number;
  readonly prints: readonly {
    readonly firstSheet: number;
    readonly lastSheet: number;
    readonly printedAt: string;
    readonly actor: string;
  }[];
}

/** A month as the Renewals screen offers it. */
export interface RenewalMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly certifications: number;
  /** Runs of the month, newest first. */
  readonly runs: readonly {
    readonly run: string;
    readonly printedOn: CalendarDate | null;
    readonly mailedOn: CalendarDate | null;
    readonly toPrint: number;
  }[];
}

/** One member of a run. */
export interface RunPieceRow {
  readonly position: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly channel: 'print' | 'email' | 'held';
  readonly sheet: number | null;
  readonly heldReason: HeldReason | null;
  /** The reason in a sentence, where it has more to say. */
  readonly heldDetail: string | null;
  readonly codes: readonly CertificationCode[];
  readonly amountCents: number;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

export interface RunPieces {
  readonly total: number;
  readonly rows: readonly RunPieceRow[];
}

export interface PrintReport {
  readonly run: string;
  readonly sheets: number;
  readonly sha256: string;
  readonly file: string;
}

export type { NoticeSheet };
