import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';

/** Why a badge was asked for: newly certified, recertified (SC-RECERT-1, SC-RECERT-3), or found missing at Credly. */
export const BADGE_REASONS = ['certified', 'recertified', 'missing'] as const;

export type BadgeReason = (typeof BADGE_REASONS)[number];

/** How Credly has a badge; claimed is what Credly calls accepted. */
export const CREDLY_STATES = ['issued', 'claimed', 'revoked'] as const;

export type CredlyState = (typeof CREDLY_STATES)[number];

/** Why a request is in no file yet, though nobody withdrew it. */
export const BADGE_HOLDS = ['no-email', 'no-template', 'deceased'] as const;

export type BadgeHold = (typeof BADGE_HOLDS)[number];

/** How far a request is: not exported yet, held back, exported, what Credly has made of it, or withdrawn. */
export const BADGE_STEPS = ['waiting', 'held', 'exported', ...CREDLY_STATES, 'withdrawn'] as const;

export type BadgeStep = (typeof BADGE_STEPS)[number];

/** A badge that Credly is to issue, and how far it is. */
export interface BadgeRequest {
  readonly request: number;
  readonly memberNo: string;
  readonly name: string;
  readonly email: string;
  readonly code: CertificationCode;
  readonly reason: BadgeReason;
  readonly requestedOn: CalendarDate;
  readonly requestedBy: string;
  /** The day the badge is issued at: the certification's, or the recertification's. */
  readonly issuedAt: CalendarDate;
  readonly step: BadgeStep;
  /** Why it is held; null where it is not. */
  readonly hold: BadgeHold | null;
  /** The newest export that holds it. */
  readonly exportedIn: number | null;
  readonly exportedOn: CalendarDate | null;
  readonly withdrawn: { readonly on: CalendarDate; readonly reason: string } | null;
}

/** Requests, the newest first, with how many there are of each step. */
export interface BadgeRequests {
  readonly total: number;
  readonly rows: readonly BadgeRequest[];
  readonly counts: Readonly<Record<BadgeStep, number>>;
}

/** A hold in words, with what ends it. */
export const HOLD_TEXTS: Readonly<Record<BadgeHold, string>> = {
  'no-email': 'The member has no e-mail address: Credly sends the badge by e-mail.',
  'no-template': 'No badge template is set for the certification: set it in Settings, Badges.',
  deceased: 'The member has died.',
};

export const REASON_TEXTS: Readonly<Record<BadgeReason, string>> = {
  certified: 'Certified',
  recertified: 'Recertified',
  missing: 'Missing at Credly',
};
