import type { CertificationCode } from './codes.ts';
import type { AuditOutcome, CalendarDate } from './facts.ts';
import type { HeldReason } from './renewals.ts';

/** The letters of the audit desk, in the order in which a case gets to them; each is also a kind of run. */
export const AUDIT_LETTER_KINDS = [
  'audit-received',
  'audit-more-asked',
  'audit-extension',
  'audit-compliant',
  'audit-non-compliant',
  'audit-appeal-received',
  'audit-appeal-decision',
] as const;
export type AuditLetterKind = (typeof AUDIT_LETTER_KINDS)[number];

export const AUDIT_LETTER_TITLES: Readonly<Record<AuditLetterKind, string>> = {
  'audit-received': 'Audit: proof received',
  'audit-more-asked': 'Audit: more asked',
  'audit-extension': 'Audit: extension granted',
  'audit-compliant': 'Audit decision: compliant',
  'audit-non-compliant': 'Audit decision: non-compliant',
  'audit-appeal-received': 'Audit: appeal received',
  'audit-appeal-decision': 'Audit: decision on the appeal',
};

export function isAuditLetter(kind: string): kind is AuditLetterKind {
  return AUDIT_LETTER_KINDS.some((known) => known === kind);
}

/** Whether a letter makes a decision final. */
export function isDecisionLetter(kind: AuditLetterKind): boolean {
  return kind === 'audit-compliant' || kind === 'audit-non-compliant' || kind === 'audit-appeal-decision';
}

/** The letter of a decision. @param onAppeal whether an earlier decision stood */
export function decisionLetter(outcome: AuditOutcome, onAppeal: boolean): AuditLetterKind {
  if (onAppeal) return 'audit-appeal-decision';
  return outcome === 'compliant' ? 'audit-compliant' : 'audit-non-compliant';
}

/**
 * Where a letter is. `waiting`: in no run. `prepared`, `printed`: in one that was not mailed yet; an e-mail that was not sent is
 * `prepared`. `held`: the newest run could not send it. `failed`: it came back, or the server refused it. `sent`: mailed, or its e-mail
 * sent. `dropped`: it is not to go out any more.
 */
export const LETTER_STATES = ['waiting', 'held', 'failed', 'prepared', 'printed', 'sent', 'dropped'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A letter that a step or a decision of a case asks for. */
export interface CaseLetter {
  readonly letter: number;
  readonly kind: AuditLetterKind;
  readonly askedOn: CalendarDate;
  readonly state: LetterState;
  /** The newest run that had it; null = none yet. */
  readonly run: string | null;
  readonly heldReason: HeldReason | null;
  /** The same in a sentence: why it is held, why it failed, why it was dropped; empty = nothing to say. */
  readonly detail: string;
  /** The day it was mailed, or its e-mail sent; null before. */
  readonly sentOn: CalendarDate | null;
}

/** A letter in the list of those that wait, with whose it is. */
export interface WaitingLetter extends CaseLetter {
  readonly audit: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
}

/** The letters that did not go out yet: how many of each kind, and the letters. */
export interface LettersWaiting {
  readonly kinds: readonly {
    readonly kind: AuditLetterKind;
    /** That a run prepared now would take: those waiting, held or failed. */
    readonly toPrepare: number;
    readonly held: number;
    readonly failed: number;
    /** In a run that was not mailed yet, or whose e-mail was not sent. */
    readonly inRun: number;
  }[];
  readonly letters: readonly WaitingLetter[];
}

/** How a decision became final. */
export type FinalHow = 'mailed' | 'emailed' | 'declared' | 'taken-over';
