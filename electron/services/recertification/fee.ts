import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { allocateRecertification, invoiceRecertification } from '../../repositories/recertification-fees.ts';
import type { Office } from '../office.ts';
import { casesOf } from './application.ts';
import { onForm } from './form.ts';
import { RECERTIFICATION_FEE } from './start.ts';

/**
 * Invoices the fee of an application that has none, by the value in force on the day it was received.
 * @throws StandingError `application-unknown`, `application-decided`, `fee-invoiced`
 */
export function invoiceApplication(office: Office, application: number): Promise<ApplicationView> {
  return onForm(office, application, async (books, record) => {
    const [facts] = await casesOf(books.db, books.policy, [record]);
    if (facts?.fee !== null)
      throw new StandingError('fee-invoiced', `Application ${application} has its fee already.`, '');
    const { certificationId, code, route, receivedOn } = record;
    const amountCents = books.policy.value(RECERTIFICATION_FEE[route], receivedOn).value;
    await invoiceRecertification(books.write, { application, certificationId, amountCents, on: books.today });
    books.note(record, 'recertification.invoiced', {
      code,
      before: null,
      after: { application, amountCents },
    });
  });
}

/**
 * Pays the fee of an application from credit of the certification, as far as either goes.
 * @throws StandingError `application-unknown`, `application-decided`, `credit-none`, `fee-paid`
 */
export function payFromCredit(office: Office, application: number): Promise<ApplicationView> {
  return onForm(office, application, async (books, record) => {
    const [facts] = await casesOf(books.db, books.policy, [record]);
    const fee = facts?.fee ?? null;
    if (fee === null || fee.owedCents === 0)
      throw new StandingError('fee-paid', `Nothing of the fee of application ${application} is owed.`, '');
    const payments = (await paymentsOfMember(books.db, record.memberId)).filter(
      ({ certificationId, creditCents, recertifications }) =>
        certificationId === record.certificationId &&
        creditCents > 0 &&
        !recertifications.some((line) => line.fee === fee.fee && line.releasedOn === null),
    );
    let left = fee.owedCents;
    for (const { payment, creditCents } of payments) {
      const cents = Math.min(left, creditCents);
      if (cents === 0) continue;
      await allocateRecertification(books.write, payment, fee.fee, cents, books.today);
      left -= cents;
    }
    if (left === fee.owedCents)
      throw new StandingError(
        'credit-none',
        `${record.code} of ${record.memberName} (${record.memberNo}) holds no credit.`,
        'Enter the payment in a deposit.',
      );
    books.note(record, 'recertification.paid-from-credit', {
      code: record.code,
      before: { application, owedCents: fee.owedCents },
      after: { application, owedCents: left },
    });
  });
}
