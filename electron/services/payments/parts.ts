import type { EntryWarning, PaymentPart } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Books } from './books.ts';
import { certificationOf } from './checks.ts';
import { type ForCertification, type MoneyIn, payFor, warningsOf } from './pay.ts';

/** The parts of a cheque with the certifications they are for. @throws StandingError `member-unknown`, `certification-unknown` */
export async function readParts(
  books: Books,
  parts: readonly PaymentPart[],
  mostCents: number,
): Promise<readonly ForCertification[]> {
  const found: ForCertification[] = [];
  for (const { memberNo, code, cents, yearStart, recertification } of parts) {
    refuseAmount(cents);
    const record = certificationOf(await books.recordsOf(memberNo), memberNo, code);
    found.push({ record, cents, yearStart, recertification });
  }
  const sum = parts.reduce((total, { cents }) => total + cents, 0);
  if (sum > mostCents)
    throw new StandingError(
      'parts-exceed',
      `The parts come to ${displayCents(sum)}, ${displayCents(sum - mostCents)} more than the ${displayCents(mostCents)} there is.`,
      'Lower one of the parts.',
    );
  return found;
}

/** @throws StandingError `amount-impossible` unless whole cents, more than none */
export function refuseAmount(cents: number): void {
  if (Number.isSafeInteger(cents) && cents > 0) return;
  throw new StandingError(
    'amount-impossible',
    'An amount is a whole number of cents and more than nothing.',
    'Type the amount as it stands on the cheque.',
  );
}

/** Enters each part as a payment, and says of each what the desk should know. */
export async function payParts(
  books: Books,
  parts: readonly ForCertification[],
  money: MoneyIn,
): Promise<{ readonly payments: readonly number[]; readonly warnings: readonly EntryWarning[] }> {
  const payments: number[] = [];
  const warnings: EntryWarning[] = [];
  for (const part of parts) {
    const paid = await payFor(books, part, money);
    payments.push(paid.payment);
    warnings.push(...(await warningsOf(books, part.record, paid)));
    const { payment, shares, recertificationCents, creditCents } = paid;
    const { method, reference, receivedOn, remittance } = money;
    books.note(part.record, 'payment.entered', {
      code: part.record.code,
      before: null,
      after: {
        ...{ payment, remittance, cents: part.cents, method, reference, receivedOn, shares, creditCents },
        ...(recertificationCents === 0 ? {} : { recertificationCents }),
      },
    });
  }
  return { payments, warnings: distinct(warnings) };
}

function distinct(warnings: readonly EntryWarning[]): readonly EntryWarning[] {
  return [...new Map(warnings.map((warning) => [warning.text, warning])).values()];
}
