import type { CertificationCode, PaymentMethod } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { addYears } from '../../../../shared/util/dates.ts';
import { certificationStatements, type FoundCertification } from '../../../db/import/certifications.ts';
import { type FoundFee, feeStatements } from '../../../db/import/fees.ts';
import { paymentStatements } from '../../../db/import/payments.ts';
import { type InvoicedFee, spread } from '../../../rules/spread-payment.ts';
import { certificationCode, paymentMethod } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { positiveCents } from '../cells/number.ts';
import { identifier } from '../cells/text.ts';
import { refuseYearStart } from './certificate-dates.ts';
import { certificationOf } from './certification-of.ts';
import { type KindOfImport, keyOf, RowRefusal } from './kind.ts';

/** A payment is known by all it says: the nth row of a file that says the same is the nth such payment. */
interface PaymentRow {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly receivedOn: CalendarDate;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  /** null: the oldest unpaid year. */
  readonly yearStart: CalendarDate | null;
}

export const payments: KindOfImport<PaymentRow> = {
  kind: 'payments',
  read(cells, { today }) {
    const received = dateUpTo(today, `lies after today, ${today}; import the payment once it has come in`);
    const year = dateUpTo(addYears(today, 3), 'lies more than three years ahead; check the year');
    return {
      memberNo: cells.need('member_no', identifier(32)),
      code: cells.need('code', certificationCode),
      receivedOn: cells.need('received_on', received),
      amountCents: cells.need('amount', positiveCents),
      method: cells.need('method', paymentMethod),
      reference: cells.take('reference', identifier(80)) ?? '',
      yearStart: cells.filled('year_start', year) ?? null,
    };
  },
  key: (row, ordinal) => keyOf('payment', ...Object.values(row), ordinal),
  repeats: () => true,
  target(db, policy) {
    const holders = certificationStatements(db.sqlite);
    const feesOf = feeStatements(db.sqlite);
    const statements = paymentStatements(db.sqlite);
    const find = (row: PaymentRow): FoundCertification | RowRefusal => {
      const certification = certificationOf(holders, row);
      if (certification instanceof RowRefusal || row.yearStart === null) return certification;
      return refuseYearStart('year_start', certification, row.yearStart) ?? certification;
    };
    return {
      check(row, key) {
        const found = find(row);
        if (found instanceof RowRefusal) return found;
        return statements.known(key) ? 'unchanged' : 'added';
      },
      apply(row, key, importId) {
        const certification = find(row);
        if (certification instanceof RowRefusal) return certification;
        if (statements.known(key)) return { outcome: 'unchanged' };
        const { amountCents, method, reference, receivedOn } = row;
        const certificationId = certification.id;
        const paymentId = statements.insert({
          certificationId,
          receivedOn,
          amountCents,
          method,
          reference,
          importId,
          importKey: key,
        });
        const feeFor = (yearStart: CalendarDate) => policy.value(`annual-fee.${row.code}`, yearStart).value;
        const anchor = certification.recertified_on ?? certification.certified_on;
        for (const share of spread(row, anchor, feesOf.all(certificationId).map(invoicedFee), feeFor)) {
          const values = { amount_cents: share.invoiceCents, due_on: share.dueOn, waived: 0 } as const;
          const feeId =
            share.feeId ?? feesOf.insert(certificationId, share.yearStart, values, receivedOn, importId);
          if (share.cents > 0) statements.allocate(paymentId, feeId, share.cents);
        }
        return { outcome: 'added' };
      },
    };
  },
};

function invoicedFee(fee: FoundFee): InvoicedFee {
  return {
    id: fee.id,
    yearStart: fee.year_start,
    amountCents: fee.amount_cents,
    paidCents: fee.paid_cents,
    waived: fee.waived === 1,
    voided: fee.voided_on !== null,
  };
}
