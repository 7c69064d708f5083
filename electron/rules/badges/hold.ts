import type { BadgeHold } from '../../../shared/domain/badges.ts';

/** What is known of whoever is to get a badge. */
export interface Recipient {
  readonly deceased: boolean;
  readonly email: string;
  /** Why e-mail to the address does not arrive; null where it does. */
  readonly emailBadReason: string | null;
  /** Credly's template of the certification; null where none is set. */
  readonly template: string | null;
}

// An address that begins like a formula would be altered by the mark that keeps spreadsheets from calculating it.
const ADDRESS = /^[^\s@<>(),;:"'=+-][^\s@<>(),;:"]*@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

/**
 * Why a badge cannot be asked of Credly, or null where it can. SC-RECERT-1: "you'll receive an email from Credly to claim your
 * digital badge": without an address that works nobody can claim it.
 */
export function badgeHold({ deceased, email, emailBadReason, template }: Recipient): BadgeHold | null {
  if (deceased) return 'deceased';
  if (email === '') return 'no-email';
  if (emailBadReason !== null || !ADDRESS.test(email)) return 'bad-email';
  return template === null ? 'no-template' : null;
}
