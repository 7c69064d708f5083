import { StandingError } from '../../../shared/ipc/errors.ts';
import { addPayment } from '../../repositories/ledger-postings.ts';
import { allocateRecertification, openRecertificationFee } from '../../repositories/recertification-fees.ts';
import type { Books } from './books.ts';
import type { ForCertification, MoneyIn, Paid } from './pay.ts';

/**
 * Enters a payment for the fee of the open application for recertification (SC-RECERT-1, SC-RECERT-3); what is over stays with the
 * payment as credit.
 * @throws StandingError `recertification-unasked`
 */
export async function payRecertification(
  { write, db }: Books,
  { record, cents }: ForCertification,
  money: MoneyIn,
): Promise<Paid> {
  const { certificationId, code, memberNo } = record;
  const fee = await openRecertificationFee(db, certificationId);
  if (fee === null)
    throw new StandingError(
      'recertification-unasked',
      `${code} of member ${memberNo} has no unpaid fee for recertification.`,
      'Enter the application first, or put the money to the annual fees.',
    );
  const payment = await addPayment(write, {
    certificationId,
    enteredOn: money.enteredOn,
    amountCents: cents,
    method: money.method,
    reference: money.reference,
    remittance: money.remittance,
  });
  const used = Math.min(cents, fee.owedCents);
  await allocateRecertification(write, payment, fee.fee, used, money.enteredOn);
  return { payment, shares: [], recertificationCents: used, creditCents: cents - used };
}
