import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate, RecertificationRoute } from '../../../shared/domain/facts.ts';
import { addDays, addMonths, addYears, daysBetween } from '../../../shared/util/dates.ts';
import { lastAuditable } from './audit-history.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { AuditCourse, CertificationCourse, CycleCourse } from './course.ts';
import { openCycle, ordinaryCycle } from './cycle-by-chance.ts';
import { earlierYears, paidYears, thisYear, yearsAhead } from './fees-by-chance.ts';

type Outcome = 'in-good-standing' | 'past-due' | 'lapsed-by-fees' | 'lapsed-by-points' | 'lapsed-by-audit';

/** A plausible course of a certification up to a date, with the shares of a real office. */
export function courseByChance(
  code: CertificationCode,
  certifiedOn: CalendarDate,
  asOf: CalendarDate,
  chance: Chance,
): CertificationCourse {
  const recertifiedOn = recertification(certifiedOn, asOf, chance);
  const calendar = calendarOf({ code, certifiedOn, recertifiedOn }, asOf);
  const auditable = calendar.bound ? lastAuditable(calendar.anchor, calendar.endedCycles, asOf) : null;
  const outcome = outcomeByChance(calendar, auditable !== null, chance);
  const base = {
    code,
    certifiedOn,
    recertifiedOn,
    earlierFees: recertifiedOn === null ? [] : earlierYears(chance),
  };
  switch (outcome) {
    case 'in-good-standing':
      return { ...base, ...goodStanding(calendar, auditable, asOf, chance) };
    case 'past-due':
      return { ...base, ...pastDue(calendar, asOf, chance) };
    case 'lapsed-by-fees':
      return { ...base, ...lapsedByFees(calendar, asOf, chance) };
    case 'lapsed-by-points':
      return { ...base, ...lapsedByPoints(calendar, asOf, chance) };
    case 'lapsed-by-audit':
      return { ...base, ...lapsedByAudit(calendar, auditable ?? 0, asOf, chance) };
  }
}

type Rest = Pick<CertificationCourse, 'fees' | 'cycles' | 'audits' | 'application'>;

function recertification(certifiedOn: CalendarDate, asOf: CalendarDate, chance: Chance): CalendarDate | null {
  const earliest = addYears(certifiedOn, 4);
  if (earliest >= asOf || !chance.happens(certifiedOn < '2006-01-01' ? 0.35 : 0.12)) return null;
  return addDays(earliest, Math.floor(chance.fraction() ** 0.6 * daysBetween(earliest, asOf)));
}

function outcomeByChance(calendar: Calendar, auditable: boolean, chance: Chance): Outcome {
  const { settledYears, endedCycles, bound } = calendar;
  const outcomes: { outcome: Outcome; weight: number }[] = [{ outcome: 'in-good-standing', weight: 100 }];
  if (settledYears >= 1) outcomes.push({ outcome: 'past-due', weight: 16 });
  if (settledYears >= 4) outcomes.push({ outcome: 'lapsed-by-fees', weight: 74 });
  if (bound && endedCycles >= 1) outcomes.push({ outcome: 'lapsed-by-points', weight: 19 });
  if (auditable) outcomes.push({ outcome: 'lapsed-by-audit', weight: 2.5 });
  return chance.weighted(outcomes).outcome;
}

function goodStanding(
  calendar: Calendar,
  auditable: number | null,
  asOf: CalendarDate,
  chance: Chance,
): Rest {
  const { anchor, settledYears, endedCycles, bound } = calendar;
  const fees = [...paidYears(settledYears, chance), ...thisYear(calendar, chance)];
  const paid = fees.every((fee) => fee !== 'unpaid' && fee !== 'not-invoiced');
  return {
    fees: paid ? [...fees, ...yearsAhead(anchor, fees.length, asOf, chance)] : fees,
    cycles: [...cycles(endedCycles, bound, chance), openCycle(anchor, endedCycles, asOf, bound, chance)],
    audits: auditable !== null && chance.happens(0.06) ? [recentAudit(auditable, anchor, asOf, chance)] : [],
    application: null,
  };
}

/** An audit of a past cycle, still open where it was selected in the last months. */
function recentAudit(cycle: number, anchor: CalendarDate, asOf: CalendarDate, chance: Chance): AuditCourse {
  const ended = addYears(anchor, (cycle + 1) * 3);
  const open = daysBetween(ended, asOf) < 700 && chance.happens(0.3);
  return { cycle, outcome: open ? null : 'compliant' };
}

/** One to three years unpaid: up to 35 months past due. */
function pastDue(calendar: Calendar, asOf: CalendarDate, chance: Chance): Rest {
  const { anchor, settledYears, yearDueNow, endedCycles, bound } = calendar;
  const unpaid = Math.min(settledYears, chance.weighted(PAST_DUE_YEARS).years);
  const fees = paidYears(settledYears - unpaid, chance);
  for (let year = 0; year < unpaid; year++)
    fees.push(
      year === 0 && chance.happens(0.09) ? 'part-paid' : chance.happens(0.07) ? 'not-invoiced' : 'unpaid',
    );
  if (yearDueNow !== null) fees.push('unpaid');
  return {
    fees,
    cycles: [...cycles(endedCycles, bound, chance), openCycle(anchor, endedCycles, asOf, bound, chance)],
    audits: [],
    application: null,
  };
}

const PAST_DUE_YEARS = [
  { weight: 70, years: 1 },
  { weight: 20, years: 2 },
  { weight: 10, years: 3 },
] as const;

/** Unpaid since 36 months or more; the office stops invoicing after the third unpaid year. */
function lapsedByFees(calendar: Calendar, asOf: CalendarDate, chance: Chance): Rest {
  const { anchor, settledYears, endedCycles, bound } = calendar;
  const firstUnpaid = chance.whole(1, settledYears - 3);
  const rolled = Math.min(endedCycles, Math.floor(firstUnpaid / 3));
  const last: CycleCourse = { share: chance.fraction() * 0.7, attested: null, extras: [] };
  return {
    fees: [...paidYears(firstUnpaid - 1, chance), 'unpaid', 'unpaid', 'unpaid'],
    cycles: [...cycles(rolled, bound, chance), last],
    audits: [],
    application: application(addYears(anchor, firstUnpaid), asOf, chance),
  };
}

/** A cycle that ended short: paid until then, and not invoiced afterwards. */
function lapsedByPoints(calendar: Calendar, asOf: CalendarDate, chance: Chance): Rest {
  const { anchor, endedCycles, bound } = calendar;
  const failed = chance.happens(0.55) ? endedCycles - 1 : chance.whole(0, endedCycles - 1);
  const short: CycleCourse = {
    share: chance.happens(0.3) ? 0 : 0.2 + chance.fraction() * 0.7,
    attested: chance.happens(0.08) ? 'late' : null,
    extras: chance.happens(0.25)
      ? [chance.oneOf(['after-cycle', 'no-criterion', 'employment-after-2020'])]
      : [],
  };
  return {
    fees: paidYears(failed * 3 + 2, chance),
    cycles: [...cycles(failed, bound, chance), short],
    audits: [],
    application: application(addYears(anchor, failed * 3 + 3), asOf, chance),
  };
}

function lapsedByAudit(calendar: Calendar, audited: number, asOf: CalendarDate, chance: Chance): Rest {
  const { anchor, bound, settledYears } = calendar;
  return {
    fees: paidYears(Math.min(settledYears, audited * 3 + 4), chance),
    cycles: cycles(audited + 1, bound, chance),
    audits: [{ cycle: audited, outcome: 'non-compliant' }],
    application: application(addYears(anchor, audited * 3 + 5), asOf, chance),
  };
}

/** Some of those lapsed have applied for recertification in the last months. */
function application(
  lapsedOn: CalendarDate,
  asOf: CalendarDate,
  chance: Chance,
): CertificationCourse['application'] {
  const receivedOn = addDays(asOf, -chance.whole(2, 150));
  if (receivedOn <= lapsedOn || !chance.happens(0.05)) return null;
  const examOnly = addMonths(lapsedOn, 119) <= receivedOn;
  const route: RecertificationRoute = examOnly || chance.happens(0.3) ? 'exam' : 'ccp';
  return { route, receivedOn };
}

function cycles(count: number, bound: boolean, chance: Chance): CycleCourse[] {
  return Array.from({ length: count }, () => ordinaryCycle(bound, chance));
}
