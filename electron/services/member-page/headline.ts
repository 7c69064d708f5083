import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { FeeYear } from '../../../shared/domain/member-page.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Lapse, Standing } from '../../../shared/domain/standing.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { addMonths, displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

/** The sentence that answers the phone call: where it stands, since when, and what changes that. */
export function headline(standing: Standing, years: readonly FeeYear[], policy: Policy): string {
  const { status, fees } = standing;
  switch (status) {
    case 'active':
      return `Active. Next fee due ${displayDate(fees.nextDueOn)}.${points(standing)}`;
    case 'due':
      return `Annual fee ${owed(years, fees.nextDueOn)} is due by ${displayDate(fees.nextDueOn)}.${points(standing)}`;
    case 'past-due':
      return pastDue(standing, years, policy);
    case 'lapsed':
      return lapsed(standing);
    default:
      return assertNever(status);
  }
}

function pastDue(standing: Standing, years: readonly FeeYear[], policy: Policy): string {
  const { fees, asOf } = standing;
  const since = fees.oldestUnpaidDueOn ?? asOf;
  const lapses = addMonths(since, policy.value('lapse-after-months', since).value);
  const year = years.find((one) => one.dueOn === since);
  const alone = year !== undefined && year.amountCents - year.paidCents === fees.owedCents;
  const paying = alone ? 'Paying' : `Paying ${displayCents(fees.owedCents)} in all`;
  return `Past due since ${displayDate(since)}: annual fee ${owed(years, since)}. ${paying} makes it active. Lapses on ${displayDate(lapses)}.${points(standing)}`;
}

/** `2026–27, $50.00` */
function owed(years: readonly FeeYear[], dueOn: CalendarDate): string {
  const year = years.find((one) => one.dueOn === dueOn);
  if (year === undefined) return '';
  return `${yearName(year.yearStart)}, ${displayCents(year.amountCents - year.paidCents)}`;
}

/** `2026–27` for the certification year that starts on a date. */
export function yearName(yearStart: CalendarDate): string {
  const year = Number(yearStart.slice(0, 4));
  return `${year}–${String(year + 1).slice(2)}`;
}

function points({ boundByCcp, cycle, attention }: Standing): string {
  if (attention.includes('roll-blocked'))
    return ` Cycle ended ${displayDate(cycle.end)} with its points, but an unpaid fee keeps it from rolling.`;
  if (!boundByCcp || cycle.attested || cycle.outstanding === 0) return '';
  return ` ${cycle.outstanding} CCP ${cycle.outstanding === 1 ? 'point' : 'points'} to go by ${displayDate(cycle.end)}.`;
}

function lapsed({ lapse, routes }: Standing): string {
  if (lapse === null) return 'Lapsed.';
  const ways = routes.includes('ccp')
    ? 'Recertify by CCP or by exam.'
    : 'Ten years have passed: recertify by exam only.';
  return `Lapsed since ${displayDate(lapse.since)}: ${because(lapse)}. ${ways}`;
}

function because({ cause }: Lapse): string {
  switch (cause) {
    case 'fees':
      return 'an annual fee went unpaid for three years';
    case 'points':
      return 'the cycle ended without its CCP points';
    case 'audit':
      return 'the CCP audit was not met';
    default:
      return assertNever(cause);
  }
}
