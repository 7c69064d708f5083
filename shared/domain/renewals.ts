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
  'its day has passed',
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
  /** Of those printed, how many go by e-mail, too; `selected` = `toPrint` + `toEmail` + `held` all the same. */
  readonly alsoEmailed: number;
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
    /** `12,15-17` where it is not all from the first to the last. */
    readonly sheets: string | null;
    readonly sha256: string;
    /** Each sheet followed by a blank back. */
    readonly duplex: boolean;
    /** Whether its very file is kept. */
    readonly kept: boolean;
    readonly printedAt: string;
    readonly actor: string;
  }[];
  /** Sheets that were spoiled, by number; those not reprinted wait. */
  readonly spoiled: readonly SpoiledSheet[];
  /** Sheets that were taken out before it was mailed, because what they say was withdrawn; by number. */
  readonly pulled: readonly PulledSheet[];
  /** How many pages each sheet is with its cover sheets, backs not counted; null where each is one. */
  readonly pagesBySheet: readonly number[] | null;
}

/** A sheet that the printer or the folding machine ate. */
export interface SpoiledSheet {
  readonly sheet: number;
  readonly reason: string;
  readonly spoiledAt: string;
  readonly actor: string;
  /** When it was printed again; null while it waits. */
  readonly reprintedAt: string | null;
}

/** A sheet that was taken out of a run before it was mailed. */
export interface PulledSheet {
  readonly sheet: number;
  readonly reason: string;
  readonly pulledOn: CalendarDate;
  readonly actor: string;
}

/** What a member was sent by a run: the very page or message. */
export type SentPage = {
  readonly run: string;
  readonly memberNo: string;
  readonly memberName: string;
} & (
  | {
      readonly channel: 'print';
      readonly sheet: number;
      readonly sheets: number;
      /** Of the kept PDF. */
      readonly sha256: string;
      /** The PDF in the office folder. */
      readonly file: string;
      /** Where in the PDF her sheet is, from 1. */
      readonly page: number;
      /** The sheet that the PDF begins with. */
      readonly firstSheet: number;
      /** `12,15-17` where its sheets are not in a row. */
      readonly list: string | null;
      readonly duplex: boolean;
      /** As in `RunSummary`. */
      readonly pagesBySheet: readonly number[] | null;
      readonly printedAt: string;
      readonly mailedOn: CalendarDate | null;
    }
  | {
      readonly channel: 'email';
      /** The address that it went to. */
      readonly address: string;
      readonly state: string;
      readonly settledAt: string | null;
      /** Of the kept message; null where it is not kept. */
      readonly sha256: string | null;
      /** The message as it was handed over; null where it is not kept. */
      readonly message: string | null;
    }
);

/** What would become of a held piece if its run were prepared now. */
export interface Reevaluated {
  readonly run: string;
  readonly memberNo: string;
  /** How it would go now. */
  readonly channel: 'print' | 'email' | 'held';
  /** The same in a sentence, with what to do. */
  readonly text: string;
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
