import { anniversaryNumber } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { dateKey } from '../../../shared/util/dates.ts';
import { liftLapse, openLapses } from '../../repositories/lapses.ts';
import {
  changeFee,
  feesOfCertification,
  type LedgerFee,
  noteFeeChange,
} from '../../repositories/ledger-fees.ts';
import { paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { type ApplicationRecord, recertifyOn } from '../../repositories/recertification.ts';
import { requestBadge } from '../badges/request.ts';
import type { Books } from '../payments/books.ts';
import { releaseLine, standingLines } from '../payments/counter.ts';
import { writeOffFee } from '../payments/write-off.ts';

/**
 * Makes a certification recertified: anniversary and cycle restart on the day, what was unmet before no longer counts (policy.md C7),
 * and the badge is asked for (SC-RECERT-1, SC-RECERT-3). What is still owed for years before is written off against an account of its
 * own; a year that was paid ahead by the old anniversary is withdrawn and its money becomes credit.
 */
export async function recertify(books: Books, record: ApplicationRecord, on: CalendarDate): Promise<void> {
  const { write, db } = books;
  const { certificationId, memberId, code, application, route, recertifiedOn } = record;
  await recertifyOn(write, certificationId, on);
  let writtenOffCents = 0;
  for (const fee of await feesOfCertification(db, certificationId)) {
    if (fee.voidedOn !== null || fee.waived) continue;
    if (fee.yearStart <= on) writtenOffCents += await writeOffFee(books, record, fee, on);
    else if (anniversaryNumber(dateKey(on), dateKey(fee.yearStart)) < 1)
      await withdrawYear(books, record, fee);
  }
  books.note(record, 'recertification.recertified', {
    code,
    before: { recertifiedOn },
    after: { application, route, recertifiedOn: on, writtenOffCents },
  });
  const lapses = await openLapses(db, { first: memberId, last: memberId });
  if (lapses.has(certificationId)) {
    await liftLapse(write, certificationId, on);
    books.note(record, 'lapse.lifted', { code, before: lapses.get(certificationId), after: null });
  }
  await requestBadge(write, { certification: certificationId, reason: 'recertified', requestedOn: on });
}

async function withdrawYear(books: Books, record: ApplicationRecord, fee: LedgerFee): Promise<void> {
  const payments = await paymentsOfMember(books.db, record.memberId);
  for (const payment of payments)
    for (const line of standingLines(payment).filter((one) => one.fee === fee.id))
      await releaseLine(books, payment, line, books.today);
  const reason = 'Anniversaries restart at the recertification; this year is no longer one';
  await changeFee(books.write, fee.id, { voidedOn: books.today });
  await noteFeeChange(books.write, fee.id, {
    kind: 'voided',
    on: books.today,
    cents: -fee.amountCents,
    reason,
    approvedBy: null,
  });
  books.note(record, 'fee.voided', {
    code: record.code,
    before: { yearStart: fee.yearStart, paidCents: fee.paidCents },
    after: { yearStart: fee.yearStart, voidedOn: books.today, reason },
  });
}
