import type { MoneyRows, PaymentEntry, RemittanceEntry } from '../../../shared/domain/payments.ts';
import { dateKey } from '../../../shared/util/dates.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { unassignedRemittances } from '../../repositories/remittances.ts';
import type { OfficeView } from '../office.ts';
import { memberUnknown } from '../standing.ts';
import { shownPayment } from './shown.ts';

/** Money that no member has yet, the oldest first. */
export function listUnassigned(
  { reader }: Pick<OfficeView, 'reader'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MoneyRows<RemittanceEntry>> {
  return unassignedRemittances(reader, offset, limit);
}

/** Everything that was paid for a member, newest first. @throws StandingError `member-unknown` */
export async function listPayments(
  { reader }: Pick<OfficeView, 'reader'>,
  memberNo: string,
): Promise<readonly PaymentEntry[]> {
  const id = await memberIdOf(reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  return (await paymentsOfMember(reader, id))
    .map(shownPayment)
    .toSorted((a, b) => dateKey(b.receivedOn) - dateKey(a.receivedOn) || b.payment - a.payment);
}
