// A second reading of who should have each step's notice, and of who has it, written to be obviously right: by the oracle of the
// rules, day by day, and by plain SQL. It shares no code with the rules or the services.
import { Temporal } from 'temporal-polyfill';
import type { Office } from '../../../electron/services/office.ts';
import type { Facts } from '../../../shared/domain/facts.ts';
import { type OraclePolicy, oracle } from '../../rules/oracle.ts';

type Day = Temporal.PlainDate;
const day = (text: string): Day => Temporal.PlainDate.from(text);
const monthEnd = (date: Day): Day => date.with({ day: date.daysInMonth });
const inMonth = (date: Day, month: string): boolean => date.toString().startsWith(month);

/** The schedule that ships, as one reads it off its page: when each step of a month is due. */
export const STEPS: Readonly<Record<string, (month: string) => string>> = {
  renewal: (month) => day(`${month}-01`).subtract({ days: 30 }).toString(),
  reminder: (month) => `${month}-15`,
  'past-due': (month) =>
    monthEnd(day(`${month}-01`))
      .add({ days: 10 })
      .toString(),
  'second-past-due': (month) =>
    monthEnd(day(`${month}-01`))
      .add({ days: 60 })
      .toString(),
  final: (month) =>
    monthEnd(day(`${month}-01`))
      .subtract({ days: 90 })
      .toString(),
  'ccp-1': (month) => day(`${month}-01`).subtract({ days: 365 }).toString(),
  'ccp-2': (month) => day(`${month}-01`).subtract({ days: 180 }).toString(),
  'ccp-3': (month) => day(`${month}-01`).subtract({ days: 60 }).toString(),
  lapse: (month) => day(`${month}-01`).add({ months: 1 }).toString(),
  receipt: (month) => `${month}-01`,
  audit: (month) => `${month}-15`,
};

/** What a step of a month tells a certification of, by its facts: the date that it is for; null where it is not to be told. */
export function shouldHave(
  step: string,
  month: string,
  facts: Facts,
  asOf: string,
  policy: OraclePolicy,
): string | null {
  // What a certification was paid for is not among its facts: `receiptsDue` asks the books.
  if (step === 'receipt') return null;
  // PB-AUD-2: whoever was selected in the month and has no outcome yet.
  if (step === 'audit')
    return (
      facts.audits.find(
        ({ selectedOn, outcome }) => outcome === null && selectedOn.startsWith(month) && selectedOn <= asOf,
      )?.selectedOn ?? null
    );
  const start = day(facts.certification.recertifiedOn ?? facts.certification.certifiedOn);
  const lapsedOn = (date: string): string | null =>
    Temporal.PlainDate.compare(day(date), start) < 0
      ? null
      : (standing(facts, date, policy).lapse?.since ?? null);
  const due = STEPS[step]?.(month) ?? '';
  if (step === 'lapse') {
    if (lapsedOn(asOf) === null || lapsedOn(day(`${month}-01`).subtract({ days: 1 }).toString()) !== null)
      return null;
    for (
      let date = day(`${month}-01`);
      inMonth(date, month) && date.toString() <= asOf;
      date = date.add({ days: 1 })
    ) {
      const since = lapsedOn(date.toString());
      if (since !== null) return since;
    }
    return null;
  }
  const found = asked(step, month, facts, asOf, policy);
  return found === null || lapsedOn(due) !== null ? null : found;
}

/** The same for the steps before a lapse, whoever had lapsed by then. */
function asked(step: string, month: string, facts: Facts, asOf: string, policy: OraclePolicy): string | null {
  const start = day(facts.certification.recertifiedOn ?? facts.certification.certifiedOn);
  if (step.startsWith('ccp')) {
    const now = standing(facts, asOf, policy);
    const { end, outstanding, start: from } = now.cycle;
    const cleared = facts.audits.some((audit) => audit.cycleStart === from && audit.outcome === 'compliant');
    return now.boundByCcp && outstanding > 0 && !cleared && end.startsWith(month) ? end : null;
  }
  const years = Array.from({ length: 80 }, (_, at) => start.add({ years: at + 1 })).filter(
    (year) => year.toString() <= `${month > asOf.slice(0, 7) ? month : asOf.slice(0, 7)}-31`,
  );
  const open = (year: Day): number => {
    const fee = facts.fees.find(({ yearStart }) => yearStart === year.toString());
    if (fee === undefined) return policy.feeCents[facts.certification.code] ?? Number.NaN;
    return fee.waived ? 0 : Math.max(0, fee.amountCents - fee.paidCents);
  };
  if (step === 'final') {
    const oldest = years.find((year) => open(year) > 0 && monthEnd(year).toString() < asOf);
    return oldest !== undefined && inMonth(monthEnd(oldest).add({ months: 36 }), month)
      ? oldest.toString()
      : null;
  }
  const own = years.find((year) => inMonth(year, month));
  if (own === undefined) return null;
  if (step === 'renewal') {
    const total = years
      .filter((year) => year.toString() <= own.toString())
      .reduce((sum, year) => sum + open(year), 0);
    return total > 0 ? own.toString() : null;
  }
  if (step.includes('past-due') && monthEnd(own).toString() >= asOf) return null;
  return open(own) > 0 ? own.toString() : null;
}

const known = new WeakMap<Facts, Map<string, ReturnType<typeof oracle>>>();

/** Asked of the oracle once for each date. */
function standing(facts: Facts, date: string, policy: OraclePolicy): ReturnType<typeof oracle> {
  const dates = known.get(facts) ?? new Map<string, ReturnType<typeof oracle>>();
  known.set(facts, dates);
  const found = dates.get(date) ?? oracle({ ...facts, asOf: date }, date, policy);
  dates.set(date, found);
  return found;
}

/** Which notices of a step have reached the post or a mail server and did not come back, as `member code date`. */
export function had(office: Office, step: string): ReadonlySet<string> {
  const rows = office.db.sqlite
    .prepare<[string], string>(
      `SELECT m.member_no || ' ' || c.code || ' ' || g.for_date FROM notice_given g
         JOIN certification c ON c.id = g.certification_id JOIN member m ON m.id = c.member_id
         JOIN run r ON r.id = g.run_id JOIN run_piece p ON p.run_id = g.run_id AND p.position = g.position
       WHERE g.step = ? AND g.failed IS NULL AND CASE p.channel WHEN 'print' THEN r.mailed_on IS NOT NULL
         ELSE EXISTS (SELECT 1 FROM email_message e WHERE e.run_id = p.run_id AND e.position = p.position AND e.state = 'sent') END`,
    )
    .pluck()
    .all(step);
  return new Set(rows);
}

/** Whose years the office's own post settled in a month, as `member code year`: by the last money that still stands on each fee. */
export function receiptsDue(office: Office, month: string): readonly string[] {
  const rows = office.db.sqlite
    .prepare<[], { key: string; day: string; post: number; owed: number }>(
      `SELECT m.member_no || ' ' || c.code || ' ' || f.year_start AS key, coalesce(a.allocated_on, p.received_on) AS day,
         p.remittance_id IS NOT NULL AS post, f.amount_cents - f.paid_cents AS owed
       FROM annual_fee f JOIN certification c ON c.id = f.certification_id JOIN member m ON m.id = c.member_id
         JOIN payment_allocation a ON a.annual_fee_id = f.id JOIN payment p ON p.id = a.payment_id
       WHERE f.voided_on IS NULL AND f.waived = 0 AND m.deceased_on IS NULL
         AND NOT EXISTS (SELECT 1 FROM allocation_release r WHERE r.payment_id = a.payment_id AND r.annual_fee_id = a.annual_fee_id)
       ORDER BY day, p.id`,
    )
    .all();
  return [...Map.groupBy(rows, ({ key }) => key)].flatMap(([key, money]) => {
    const last = money.at(-1);
    return last?.owed === 0 && last.post === 1 && last.day.startsWith(month) ? [key] : [];
  });
}
