import type { EmailPiece } from '../../repositories/email.ts';
import { isAddress } from './settings.ts';

/** Why a piece cannot be e-mailed now, or null. */
export function whyNot({
  email,
  emailOk,
  emailBadReason,
  deceased,
  withdrawn,
}: Pick<EmailPiece, 'email' | 'emailOk' | 'emailBadReason' | 'deceased' | 'withdrawn'>): string | null {
  if (withdrawn) return 'what it says was withdrawn';
  if (deceased) return 'the member has died';
  if (!emailOk) return 'asked for no e-mail';
  if (email === '') return 'has no e-mail address';
  if (emailBadReason !== null) return `e-mail does not arrive: ${emailBadReason}`;
  if (!isAddress(email)) return `“${email}” is no e-mail address`;
  return null;
}
