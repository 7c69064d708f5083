import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addYears, daysBetween } from '../../../shared/util/dates.ts';
import type { Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { FeeCourse } from './course.ts';

const PAID_SOMEHOW: readonly { readonly weight: number; readonly fee: FeeCourse }[] = [
  { weight: 84, fee: 'paid' },
  { weight: 12, fee: 'paid-late' },
  { weight: 1, fee: 'paid-in-two-parts' },
  { weight: 1.2, fee: 'paid-with-next' },
  { weight: 0.5, fee: 'overpaid' },
  { weight: 0.3, fee: 'paid-twice' },
  { weight: 0.8, fee: 'waived' },
];

/** That many years, every one paid or waived. */
export function paidYears(count: number, chance: Chance): FeeCourse[] {
  const fees: FeeCourse[] = [];
  while (fees.length < count) {
    if (fees.at(-1) === 'paid-with-next') fees.push('paid-before');
    else {
      const { fee } = chance.weighted(PAID_SOMEHOW);
      fees.push(fee === 'paid-with-next' && fees.length + 1 === count ? 'paid' : fee);
    }
  }
  return fees;
}

/** The year whose fee is due in this very month, if there is one: some have paid, some were not invoiced yet. */
export function thisYear({ yearDueNow }: Calendar, chance: Chance): readonly FeeCourse[] {
  if (yearDueNow === null) return [];
  const kind = chance.fraction();
  if (kind < 0.34) return ['paid'];
  return [kind < 0.85 ? 'unpaid' : 'not-invoiced'];
}

/** Years paid ahead of time. */
export function yearsAhead(
  anchor: CalendarDate,
  paid: number,
  asOf: CalendarDate,
  chance: Chance,
): readonly FeeCourse[] {
  const soon = daysBetween(asOf, addYears(anchor, paid + 1)) < 75;
  return chance.happens(soon ? 0.1 : 0.012) ? ['paid'] : [];
}

/** What was paid, and no longer paid, before a recertification. */
export function earlierYears(chance: Chance): readonly FeeCourse[] {
  return [...paidYears(chance.whole(0, 3), chance), 'unpaid', 'unpaid', 'unpaid'];
}
