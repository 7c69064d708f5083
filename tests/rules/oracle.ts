// A second reading of contract.md's Standing, written to be obviously right and not to be fast: calendar arithmetic by
// Temporal, every list filtered anew, no code shared with the rules. Only what a decision says, not how it is put.
import { Temporal } from 'temporal-polyfill';
import type { ActivityFact, EmploymentActivityFact, Facts } from '../../shared/domain/facts.ts';

type Day = Temporal.PlainDate;

/** The numbers of the policy book, as the oracle knows them. */
export interface OraclePolicy {
  readonly feeCents: Readonly<Record<string, number>>;
  readonly points: Readonly<Record<string, number>>;
  readonly graceDays: number;
}

const days = new Map<string, Day>();
const day = (text: string): Day => {
  const known = days.get(text) ?? Temporal.PlainDate.from(text);
  days.set(text, known);
  return known;
};
const before = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
const notAfter = (a: Day, b: Day): boolean => !before(b, a);
const min = (...days: Day[]): Day => days.reduce((a, b) => (before(b, a) ? b : a));
const max = (...days: Day[]): Day => days.reduce((a, b) => (before(a, b) ? b : a));
const monthEnd = (d: Day): Day => d.with({ day: d.daysInMonth });
const sameMonth = (a: Day, b: Day): boolean => a.year === b.year && a.month === b.month;
const countDays = (from: Day, to: Day): number =>
  before(to, from) ? 0 : from.until(to, { largestUnit: 'days' }).days + 1;

export function oracle(facts: Facts, asOfText: string, policy: OraclePolicy) {
  const asOf = day(asOfText);
  const { code } = facts.certification;
  const certified = day(facts.certification.certifiedOn);
  const recertified =
    facts.certification.recertifiedOn === null ? null : day(facts.certification.recertifiedOn);
  const start = recertified ?? certified;
  const counts = (dated: string): boolean => recertified === null || notAfter(recertified, day(dated));

  const unbound =
    before(certified, day('2006-01-01')) &&
    (recertified === null || notAfter(recertified, day('2014-04-01')));

  // ── Fees
  const yearStart = (n: number): Day => start.add({ years: n });
  const entry = (n: number) =>
    facts.fees.find((fee) => counts(fee.yearStart) && day(fee.yearStart).equals(yearStart(n)));
  const paid = (n: number): boolean => {
    const fee = entry(n);
    return fee !== undefined && (fee.waived || fee.paidCents >= fee.amountCents);
  };
  const years = Array.from({ length: asOf.year - start.year + facts.fees.length + 3 }, (_, i) => i + 1);
  const unpaid = years.filter((n) => !paid(n)).map((n) => ({ n, due: monthEnd(yearStart(n)) }));
  const late = unpaid.filter(({ due }) => before(due, asOf)).map(({ due }) => due);
  const coming = unpaid.filter(({ due }) => notAfter(asOf, due)).map(({ due }) => due);
  const owed = unpaid
    .filter(({ n }) => notAfter(yearStart(n).with({ day: 1 }), asOf))
    .reduce((sum, { n }) => {
      const fee = entry(n);
      return (
        sum + (fee === undefined ? (policy.feeCents[code] ?? Number.NaN) : fee.amountCents - fee.paidCents)
      );
    }, 0);

  // ── Cycles
  const required = unbound ? 0 : (policy.points[code] ?? Number.NaN);
  const audits = facts.audits.filter((audit) => counts(audit.closedOn ?? audit.selectedOn));

  const look = (k: number) => {
    const from = start.add({ years: 3 * k });
    const to = start.add({ years: 3 * k + 3 }).subtract({ days: 1 });
    const ofCycle = audits.filter((audit) => day(audit.cycleStart).equals(from));
    const sum = (list: readonly ActivityFact[]) =>
      list.reduce((total, activity) => total + worth(activity, from, to, asOf), 0);
    const fit = facts.activities.filter((activity) => citation(activity, from, to, asOf) === null);
    const standing = fit.filter((activity) => activity.finding !== 'rejected');
    const counted = sum(standing);
    const forTheRoll = ofCycle.length > 0 ? sum(fit) : counted;
    const attested = facts.attestations.some(
      (a) => counts(a.attestedOn) && day(a.cycleStart).equals(from) && notAfter(day(a.attestedOn), to),
    );
    const enough =
      unbound || attested || forTheRoll >= required || ofCycle.some((audit) => audit.outcome === 'compliant');
    const ended = before(to, asOf);
    const feesPaid = !unpaid.some(({ due }) => notAfter(due, to));
    return { from, to, counted, attested, enough, ended, rolled: ended && enough && feesPaid };
  };
  let k = 0;
  while (look(k).rolled) k++;
  const cycle = look(k);
  const outstanding = cycle.attested ? 0 : Math.max(0, required - cycle.counted);

  const excluded = facts.activities
    .map((activity) => ({
      id: activity.id,
      citation:
        citation(activity, cycle.from, cycle.to, asOf) ??
        (activity.finding === 'rejected' ? 'SC-CCP-1' : null),
      rolled: touches(activity, start, cycle.from.subtract({ days: 1 })),
    }))
    .filter((e) => e.citation !== null && !e.rolled)
    .map(({ id, citation: cited }) => ({ id, citation: cited }))
    .sort((a, b) => a.id.localeCompare(b.id));

  // ── Lapse
  const causes: { cause: string; since: Day }[] = [];
  for (const audit of audits) {
    if (audit.closedOn === null || audit.outcome !== 'non-compliant') continue;
    if (before(start, day(audit.closedOn)) && notAfter(day(audit.closedOn), asOf))
      causes.push({ cause: 'audit', since: day(audit.closedOn) });
  }
  if (!unbound && !cycle.enough && before(cycle.to.add({ days: policy.graceDays }), asOf)) {
    causes.push({ cause: 'points', since: cycle.to });
  }
  const oldest = late[0];
  if (oldest !== undefined && notAfter(oldest.add({ months: 36 }), asOf)) {
    causes.push({ cause: 'fees', since: oldest });
  }
  const first = causes.sort((a, b) => Temporal.PlainDate.compare(a.since, b.since))[0];
  const lapse = first === undefined ? null : { cause: first.cause, since: first.since.toString() };

  const application = facts.recertification;
  const until = application !== null && counts(application.receivedOn) ? day(application.receivedOn) : asOf;
  const routes =
    first === undefined ? [] : notAfter(first.since.add({ years: 10 }), until) ? ['exam'] : ['ccp', 'exam'];

  // ── Status and worklists
  const anniversaryNow = years.find((n) => sameMonth(yearStart(n), asOf));
  const status =
    lapse !== null
      ? 'lapsed'
      : late.length > 0
        ? 'past-due'
        : anniversaryNow !== undefined && !paid(anniversaryNow)
          ? 'due'
          : 'active';
  const lastYear = before(cycle.to.subtract({ days: 365 }), asOf) && notAfter(asOf, cycle.to);
  const attention = [
    lastYear && outstanding > 0 ? 'points-outstanding' : '',
    audits.some((audit) => audit.outcome === null) ? 'audit-open' : '',
    cycle.ended && cycle.enough ? 'roll-blocked' : '',
  ].filter((word) => word !== '');

  return {
    asOf: asOfText,
    code,
    status,
    boundByCcp: !unbound,
    cycle: {
      start: cycle.from.toString(),
      end: cycle.to.toString(),
      required,
      counted: cycle.counted,
      outstanding,
      attested: cycle.attested,
      excluded,
    },
    fees: {
      nextDueOn: coming[0]?.toString(),
      owedCents: owed,
      oldestUnpaidDueOn: oldest?.toString() ?? null,
    },
    mustRecertify: lapse !== null,
    lapse,
    routes,
    attention,
  };
}

/** The sentence that keeps an activity out of a cycle, review aside. */
function citation(activity: ActivityFact, from: Day, to: Day, asOf: Day): string | null {
  const first = day(
    activity.category === 'employment-verification' ? activity.employedFrom : activity.completedOn,
  );
  const last = lastDay(activity);
  if (last !== null && before(last, from)) return 'SC-CCP-5';
  if (before(to, first)) return 'SC-CCP-4';
  if (!Object.values(activity.criteria).includes(true)) return 'SC-CCP-1';
  if (activity.category !== 'employment-verification') return null;
  return overlap(activity, from, to, asOf) === 0 ? 'SC-CCP-2' : null;
}

function lastDay(activity: ActivityFact): Day | null {
  if (activity.category !== 'employment-verification') return day(activity.completedOn);
  return activity.employedTo === null ? null : day(activity.employedTo);
}

function touches(activity: ActivityFact, from: Day, to: Day): boolean {
  if (before(to, from)) return false;
  const first = day(
    activity.category === 'employment-verification' ? activity.employedFrom : activity.completedOn,
  );
  const last = lastDay(activity);
  return notAfter(first, to) && (last === null || notAfter(from, last));
}

function overlap(job: EmploymentActivityFact, from: Day, to: Day, asOf: Day): number {
  const last = job.employedTo === null ? asOf : min(day(job.employedTo), asOf);
  return countDays(max(from, day(job.employedFrom)), min(to, last, day('2020-12-31')));
}

function worth(activity: ActivityFact, from: Day, to: Day, asOf: Day): number {
  if (activity.category !== 'employment-verification') return activity.points;
  const last = activity.employedTo === null ? asOf : min(day(activity.employedTo), asOf);
  const whole = countDays(day(activity.employedFrom), last);
  return Math.floor((activity.points * overlap(activity, from, to, asOf)) / whole);
}
