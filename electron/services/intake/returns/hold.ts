import type { ReturnLetter } from '../../../../shared/domain/return-letters.ts';
import type { FittedAddress, HeldAddress } from '../../../printing/address/fit-address.ts';
import type { Recipient } from '../../../repositories/renewal-candidates.ts';

/** Why nothing can be sent to a member now, and what would change that; else the address as it fits. */
export type Sendable =
  | { readonly fitted: FittedAddress }
  | { readonly hold: NonNullable<ReturnLetter['hold']> };

/** Whether a letter can be printed for a member: those with papers to send back are written to by post alone. */
export function sendable(
  recipient: Recipient,
  fits: (recipient: Recipient) => FittedAddress | HeldAddress,
): Sendable {
  const { deceasedOn, mailOk, name } = recipient;
  if (deceasedOn !== null)
    return held('deceased', `${name} has died.`, 'Put the documents back into the queue and dismiss them.');
  if (!mailOk)
    return held(
      'asked for no mail',
      `${name} asked for no mail.`,
      'Allow post on the member’s page for this letter, or put the documents back into the queue and dismiss them.',
    );
  const fitted = fits(recipient);
  if (!('held' in fitted)) return { fitted };
  return fitted.held.startsWith('No usable address')
    ? held('no usable address', fitted.held, 'Complete the address on the member’s page.')
    : held(
        'address does not fit the window',
        fitted.held,
        'Shorten the address on the member’s page so that it fits the envelope’s window.',
      );
}

function held(reason: NonNullable<ReturnLetter['hold']>['reason'], detail: string, fix: string): Sendable {
  return { hold: { reason, detail, fix } };
}
