import { anchorOf, dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import type { PaymentMethod } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addDays, addYears, daysBetween, firstDayOfMonth } from '../../../shared/util/dates.ts';
import { digits } from './addresses.ts';
import type { Chance } from './chance.ts';
import type { CertificationCourse, FeeCourse, Known } from './course.ts';

/** A fee as invoiced. Money in whole cents. */
export interface Fee {
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly invoicedOn: CalendarDate;
  readonly amountCents: number;
  readonly waived: boolean;
}

/** A payment and the fees it was used for; the rest is credit. */
export interface Payment {
  readonly receivedOn: CalendarDate;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly uses: readonly { readonly fee: Fee; readonly amountCents: number }[];
}

export interface FeeHistory {
  readonly fees: readonly Fee[];
  readonly payments: readonly Payment[];
}

/** The invoices and payments of a certification's course. */
export function feeHistory(
  course: CertificationCourse,
  policy: Policy,
  known: Known,
  chance: Chance,
): FeeHistory {
  const { certifiedOn, recertifiedOn } = course;
  const earlier = recertifiedOn === null ? [] : course.earlierFees;
  const before = yearsOf(earlier, certifiedOn, recertifiedOn ?? certifiedOn, course, policy, known, chance);
  const since = yearsOf(course.fees, anchorOf(course), '9999-12-31', course, policy, known, chance);
  return { fees: [...before.fees, ...since.fees], payments: [...before.payments, ...since.payments] };
}

function yearsOf(
  planned: readonly FeeCourse[],
  anchor: CalendarDate,
  end: CalendarDate,
  { code }: CertificationCourse,
  policy: Policy,
  known: Known,
  chance: Chance,
): FeeHistory {
  const fees: Fee[] = [];
  const payments: Payment[] = [];
  let paidAhead: CalendarDate | null = null;
  for (const [index, plan] of planned.entries()) {
    const yearStart = addYears(anchor, index + 1);
    if (yearStart >= end) break;
    const dueOn = dueOnOfYear(anchor, index + 1);
    const fact = asKnown(plan, yearStart, known);
    if (fact === 'not-invoiced') continue;
    const ahead = fact === 'paid-before' ? paidAhead : null;
    const receivedOn: CalendarDate = ahead ?? received(fact, yearStart, dueOn, known, chance);
    const fee = {
      yearStart,
      dueOn,
      invoicedOn: earliest(firstDayOfMonth(yearStart), isPaid(fact) ? receivedOn : known.asOf),
      amountCents: policy.value(`annual-fee.${code}`, yearStart).value,
      waived: fact === 'waived',
    };
    fees.push(fee);
    paidAhead = fact === 'paid-with-next' ? receivedOn : null;
    if (ahead !== null) alsoFor(payments, fee);
    else payments.push(...paymentsOf(fact, fee, receivedOn, known, chance));
  }
  return { fees, payments };
}

/** Nobody pays after death, or long before a year begins. */
function asKnown(planned: FeeCourse, yearStart: CalendarDate, { asOf, until }: Known): FeeCourse {
  if (until === asOf || !isPaid(planned) || yearStart <= until) return planned;
  return yearStart <= asOf ? 'unpaid' : 'not-invoiced';
}

function isPaid(fact: FeeCourse): boolean {
  return fact !== 'unpaid' && fact !== 'not-invoiced' && fact !== 'waived';
}

function received(
  fact: FeeCourse,
  yearStart: CalendarDate,
  dueOn: CalendarDate,
  { until }: Known,
  chance: Chance,
): CalendarDate {
  const from = addDays(yearStart, -24);
  const day =
    fact === 'paid-late'
      ? addDays(dueOn, chance.whole(3, 140))
      : addDays(from, chance.whole(0, daysBetween(from, dueOn)));
  return day <= until ? day : addDays(until, -chance.whole(0, 9));
}

function paymentsOf(
  fact: FeeCourse,
  fee: Fee,
  receivedOn: CalendarDate,
  known: Known,
  chance: Chance,
): readonly Payment[] {
  const whole = fee.amountCents;
  const pay = (amountCents: number, usedCents: number, on = receivedOn): Payment => ({
    receivedOn: on,
    amountCents,
    ...means(on, chance),
    uses: usedCents === 0 ? [] : [{ fee, amountCents: usedCents }],
  });
  const later = earliest(addDays(receivedOn, chance.whole(4, 40)), known.until);
  const part = Math.round((whole * chance.whole(3, 7)) / 1000) * 100;
  switch (fact) {
    case 'unpaid':
    case 'not-invoiced':
    case 'waived':
      return [];
    case 'part-paid':
      return [pay(part, part)];
    case 'paid-in-two-parts':
      return [pay(part, part), pay(whole - part, whole - part, later)];
    case 'overpaid':
      return [pay(whole + 100 * chance.whole(5, 40), whole)];
    case 'paid-twice':
      return [pay(whole, whole), pay(whole, 0, later)];
    case 'paid':
    case 'paid-late':
    case 'paid-with-next':
    case 'paid-before':
      return [pay(whole, whole)];
  }
}

/** Lets the last payment pay this fee too. */
function alsoFor(payments: Payment[], fee: Fee): void {
  const last = payments.pop();
  if (last === undefined) return;
  payments.push({
    ...last,
    amountCents: last.amountCents + fee.amountCents,
    uses: [...last.uses, { fee, amountCents: fee.amountCents }],
  });
}

function means(on: CalendarDate, chance: Chance): Pick<Payment, 'method' | 'reference'> {
  const online = on < '2004' ? 0 : on < '2012' ? 0.35 : 0.62;
  const kind = chance.fraction();
  if (kind < online) return { method: 'online', reference: `WEB-${digits(chance, 7)}` };
  if (kind < online + 0.14) return { method: 'card', reference: `AUTH ${digits(chance, 6)}` };
  if (kind < 0.98) return { method: 'cheque', reference: String(chance.whole(101, 9899)) };
  return { method: 'cash', reference: '' };
}

function earliest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
