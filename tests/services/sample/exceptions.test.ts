import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CertificationRecord, certificationRecords } from '../../../electron/repositories/facts.ts';
import { evaluateStanding } from '../../../electron/rules/evaluate-standing.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { roster } from '../../../electron/services/sample/characters/roster.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { AS_OF, emptyOffice, type SampleOffice } from './sample-office.ts';

let sample: SampleOffice;
let records: readonly CertificationRecord[];
let standings: readonly (readonly [CertificationRecord, Standing])[];

beforeAll(async () => {
  sample = await emptyOffice();
  await sample.fill({ members: 200 });
  records = await certificationRecords(sample.office.reader, { first: 1, last: 200 }, AS_OF);
  const policy = await officePolicy(sample.office);
  standings = records.map((record) => [record, evaluateStanding(record.facts, policy, AS_OF)]);
});

afterAll(() => sample.remove());

/** What must hold for the first certification (or the one named) of the character. */
interface Expected {
  readonly about: string;
  readonly code?: string;
  readonly standing: object;
}

const lapse = (cause: string) => ({ status: 'lapsed', mustRecertify: true, lapse: { cause } });
const ACTIVE = { status: 'active', lapse: null, attention: [] };

const EXPECTED: readonly Expected[] = [
  { about: 'active in one certification, past due in another', code: 'MT', standing: ACTIVE },
  {
    about: 'active in one certification, past due in another',
    code: 'RMA',
    standing: {
      status: 'past-due',
      fees: { owedCents: 50_00, oldestUnpaidDueOn: '2026-05-31' },
      cycle: { start: '2025-05-01', end: '2028-04-30', counted: 10, required: 30, outstanding: 20 },
    },
  },
  { about: 'due this month, invoiced', standing: { status: 'due', fees: { nextDueOn: '2026-11-30' } } },
  { about: 'due this month, not yet invoiced', standing: { status: 'due' } },
  { about: 'due this month, part paid', standing: { status: 'due' } },
  { about: 'due this month and paid', standing: { status: 'active' } },
  {
    about: 'past due for one month',
    standing: { status: 'past-due', fees: { oldestUnpaidDueOn: '2026-10-31' } },
  },
  {
    about: 'past due for 35 months',
    standing: { status: 'past-due', fees: { oldestUnpaidDueOn: '2023-12-31' } },
  },
  {
    about: 'past due for two years, one of them not invoiced',
    standing: { status: 'past-due', fees: { owedCents: 2 * 50_00 } },
  },
  { about: 'past due, part paid', standing: { status: 'past-due' } },
  {
    about: 'lapsed by fees, just now',
    standing: { ...lapse('fees'), routes: ['ccp', 'exam'], lapse: { since: '2023-10-31' } },
  },
  { about: 'lapsed by fees, some years ago', standing: { ...lapse('fees'), routes: ['ccp', 'exam'] } },
  { about: 'lapsed by fees, ten years or more', standing: { ...lapse('fees'), routes: ['exam'] } },
  { about: 'a fee waived', standing: ACTIVE },
  { about: 'a fee paid in two parts', standing: ACTIVE },
  { about: 'overpaid, with credit', standing: ACTIVE },
  { about: 'paid twice by mistake', standing: ACTIVE },
  { about: 'one payment for two years', standing: ACTIVE },
  { about: 'next year paid ahead', standing: { status: 'active', fees: { nextDueOn: '2028-01-31' } } },
  {
    about: 'next month’s fee, to be asked for',
    standing: { status: 'active', fees: { nextDueOn: '2026-12-31' } },
  },
  {
    about: 'next month two certifications at once',
    code: 'MT',
    standing: { fees: { nextDueOn: '2026-12-31' } },
  },
  {
    about: 'next month two certifications at once',
    code: 'AHI',
    standing: { fees: { nextDueOn: '2026-12-31' } },
  },
  { about: 'paid late, active again', standing: ACTIVE },
  { about: 'lapsed by points, short', standing: lapse('points') },
  { about: 'lapsed by points, nothing recorded', standing: { ...lapse('points'), cycle: { counted: 0 } } },
  { about: 'lapsed by points, ten years or more', standing: { ...lapse('points'), routes: ['exam'] } },
  { about: 'attested late, lapsed by points', standing: { ...lapse('points'), cycle: { attested: false } } },
  {
    about: 'points there, fee missing: roll blocked',
    standing: { status: 'past-due', attention: ['roll-blocked'] },
  },
  {
    about: 'attested, fee missing: roll blocked',
    standing: { attention: ['roll-blocked'], cycle: { attested: true } },
  },
  {
    about: 'points outstanding in the last year of the cycle',
    standing: { status: 'active', attention: ['points-outstanding'] },
  },
  { about: 'points outstanding, cycle ends within a month', standing: { attention: ['points-outstanding'] } },
  {
    about: 'attested before the cycle’s end',
    standing: { ...ACTIVE, cycle: { attested: true, outstanding: 0 } },
  },
  { about: 'past cycles attested', standing: ACTIVE },
  {
    about: 'all points recorded early in the cycle',
    standing: { ...ACTIVE, cycle: { outstanding: 0, attested: false } },
  },
  { about: 'employment before 2021 counted', standing: ACTIVE },
  { about: 'employment across the end of 2020, in proportion', standing: lapse('points') },
  { about: 'not bound by CCP, certified before 2006', standing: { ...ACTIVE, boundByCcp: false } },
  {
    about: 'not bound by CCP, lapsed by fees',
    standing: { ...lapse('fees'), boundByCcp: false, routes: ['exam'] },
  },
  { about: 'certified on the last day before CCP', standing: { ...ACTIVE, boundByCcp: false } },
  { about: 'certified on the first day of CCP', standing: { ...ACTIVE, boundByCcp: true } },
  { about: 'certified in 1985', standing: { ...ACTIVE, boundByCcp: false } },
  { about: 'audit open', standing: { status: 'active', attention: ['audit-open'] } },
  { about: 'audit closed as compliant', standing: ACTIVE },
  { about: 'audit closed as compliant, attested points', standing: ACTIVE },
  { about: 'lapsed by audit', standing: { ...lapse('audit'), routes: ['ccp', 'exam'] } },
  { about: 'recertified by CCP after April 2014', standing: { ...ACTIVE, boundByCcp: true } },
  {
    about: 'certified before 2006, recertified on 2014-04-01: not bound',
    standing: { ...ACTIVE, boundByCcp: false },
  },
  {
    about: 'certified before 2006, recertified on 2014-04-02: bound',
    standing: { ...ACTIVE, boundByCcp: true },
  },
  { about: 'application to recertify by CCP', standing: { ...lapse('fees'), routes: ['ccp', 'exam'] } },
  {
    about: 'application to recertify by examination, lapsed ten years or more',
    standing: { ...lapse('fees'), routes: ['exam'] },
  },
  { about: 'certified on Feb 29', standing: { status: 'active', fees: { nextDueOn: '2027-02-28' } } },
  {
    about: 'certified on Feb 29, past due',
    standing: { status: 'past-due', fees: { oldestUnpaidDueOn: '2026-02-28' } },
  },
  { about: 'certified this year: no fee due yet', standing: { ...ACTIVE, fees: { owedCents: 0 } } },
  { about: 'certified today', standing: { ...ACTIVE, cycle: { start: AS_OF, counted: 0 } } },
  { about: 'a certification lapsed, another active', code: 'RMA', standing: lapse('fees') },
  { about: 'a certification lapsed, another active', code: 'CMAS', standing: ACTIVE },
];

const EXCLUDED: readonly { readonly about: string; readonly citation: string }[] = [
  { about: 'activity before the cycle', citation: 'SC-CCP-5' },
  { about: 'activity after the cycle’s end', citation: 'SC-CCP-4' },
  { about: 'activity without a criterion', citation: 'SC-CCP-1' },
  { about: 'activity rejected on review', citation: 'SC-CCP-1' },
  { about: 'employment after 2020 not counted', citation: 'SC-CCP-2' },
];

function of(about: string, code?: string): Standing | undefined {
  const index = roster(AS_OF).findIndex((character) => character.about === about);
  return standings.find(
    ([record, standing]) => record.memberId === index + 1 && (code ?? standing.code) === standing.code,
  )?.[1];
}

describe('a sample of 200 shows', () => {
  it.each(EXPECTED)('$about $code', ({ about, code, standing }) => {
    expect(of(about, code)).toMatchObject(standing);
  });

  it.each(EXCLUDED)('$about', ({ about, citation }) => {
    expect(of(about)?.cycle.excluded.map((one) => one.citation)).toContain(citation);
  });

  it('all ten certifications of one member', () => {
    const index = roster(AS_OF).findIndex(({ about }) => about === 'all ten certifications');
    expect(
      new Set(records.filter(({ memberId }) => memberId === index + 1).map(({ code }) => code)).size,
    ).toBe(10);
  });

  const counted: readonly { readonly what: string; readonly sql: string }[] = [
    { what: 'waived fees', sql: 'SELECT count(*) FROM annual_fee WHERE waived = 1' },
    {
      what: 'part payments',
      sql: 'SELECT count(*) FROM annual_fee WHERE paid_cents > 0 AND paid_cents < amount_cents',
    },
    {
      what: 'fees paid by two payments',
      sql: 'SELECT count(*) FROM (SELECT 1 FROM payment_allocation GROUP BY annual_fee_id HAVING count(*) > 1)',
    },
    {
      what: 'payments for two years',
      sql: 'SELECT count(*) FROM (SELECT 1 FROM payment_allocation GROUP BY payment_id HAVING count(*) > 1)',
    },
    {
      what: 'payments with credit left',
      sql: `SELECT count(*) FROM payment p JOIN payment_allocation a ON a.payment_id = p.id WHERE p.amount_cents > a.amount_cents
            AND NOT EXISTS (SELECT 1 FROM payment_allocation b WHERE b.payment_id = p.id AND b.annual_fee_id <> a.annual_fee_id)`,
    },
    {
      what: 'payments that no fee used',
      sql: 'SELECT count(*) FROM payment WHERE id NOT IN (SELECT payment_id FROM payment_allocation)',
    },
    {
      what: 'years paid ahead',
      sql: "SELECT count(*) FROM annual_fee WHERE year_start > '2026-12-01' AND paid_cents > 0",
    },
    { what: 'open audits', sql: 'SELECT count(*) FROM audit WHERE outcome IS NULL' },
    { what: 'compliant audits', sql: "SELECT count(*) FROM audit WHERE outcome = 'compliant'" },
    { what: 'non-compliant audits', sql: "SELECT count(*) FROM audit WHERE outcome = 'non-compliant'" },
    { what: 'audits of a campaign', sql: 'SELECT count(*) FROM audit WHERE campaign_id IS NOT NULL' },
    {
      what: 'open applications by CCP',
      sql: "SELECT count(*) FROM recertification_application WHERE closed_on IS NULL AND route = 'ccp'",
    },
    {
      what: 'open applications by exam',
      sql: "SELECT count(*) FROM recertification_application WHERE closed_on IS NULL AND route = 'exam'",
    },
    {
      what: 'closed applications',
      sql: 'SELECT count(*) FROM recertification_application WHERE closed_on IS NOT NULL',
    },
    {
      what: 'recertified before 2014-04-01',
      sql: "SELECT count(*) FROM certification WHERE recertified_on <= '2014-04-01'",
    },
    {
      what: 'fees from before a recertification',
      sql: 'SELECT count(*) FROM annual_fee f JOIN certification c ON c.id = f.certification_id WHERE f.year_start < c.recertified_on',
    },
    {
      what: 'employment that goes on',
      sql: "SELECT count(*) FROM activity WHERE category = 'employment-verification'",
    },
    { what: 'each category', sql: 'SELECT count(DISTINCT category) = 6 FROM activity' },
    { what: 'each method of payment', sql: 'SELECT count(DISTINCT method) = 4 FROM payment' },
    { what: 'each source', sql: 'SELECT count(DISTINCT source) = 3 FROM activity' },
    { what: 'each finding', sql: 'SELECT count(DISTINCT finding) = 2 FROM activity' },
    { what: 'each certification', sql: 'SELECT count(DISTINCT code) = 10 FROM certification' },
    { what: 'attestations', sql: 'SELECT count(*) FROM attestation' },
    { what: 'deceased members', sql: 'SELECT count(*) FROM member WHERE deceased_on IS NOT NULL' },
    { what: 'members who want no mail', sql: 'SELECT count(*) FROM member WHERE mail_ok = 0' },
    { what: 'members who want no e-mail', sql: 'SELECT count(*) FROM member WHERE email_ok = 0' },
    { what: 'members without e-mail', sql: "SELECT count(*) FROM member WHERE email = ''" },
    {
      what: 'members without an address',
      sql: 'SELECT count(*) FROM member WHERE id NOT IN (SELECT member_id FROM postal_address)',
    },
    { what: 'addresses left behind', sql: 'SELECT count(*) FROM postal_address WHERE valid_to IS NOT NULL' },
    { what: 'returned mail', sql: 'SELECT count(*) FROM postal_address WHERE bad_reason IS NOT NULL' },
  ];
  it.each(counted)('$what', ({ sql }) => {
    expect(sample.one(sql)).toBeGreaterThan(0);
  });
});

describe('a sample of 200 is like an office', () => {
  const shares = {
    active: [0.55, 0.8],
    due: [0.01, 0.1],
    'past-due': [0.04, 0.16],
    lapsed: [0.1, 0.3],
  } as const;
  it.each(Object.entries(shares))('%s', (status, [from, to]) => {
    const share = standings.filter(([, standing]) => standing.status === status).length / standings.length;
    expect(share).toBeGreaterThan(from);
    expect(share).toBeLessThan(to);
  });
});
