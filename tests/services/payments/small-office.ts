import { rebuildSearch } from '../../../electron/db/search/rebuild.ts';
import { unbalancedMoney } from '../../../electron/db/verify.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { certificationRecords } from '../../../electron/repositories/facts.ts';
import { changedStandings } from '../../../electron/repositories/standings.ts';
import { judge } from '../../../electron/rules/judge.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { refreshStandings } from '../../../electron/services/standing.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RemittanceToEnter } from '../../../shared/domain/payments.ts';
import { dateKey } from '../../../shared/util/dates.ts';
import { emptyOffice, TODAY } from '../../temp-office.ts';

/** A certification of a small office: fees of $50 are invoiced from the anniversary after `certifiedOn` as far as `fees` goes. */
export interface Held {
  readonly memberNo: string;
  readonly name: readonly [first: string, last: string];
  readonly code: CertificationCode;
  readonly certifiedOn: CalendarDate;
  /** How many years are invoiced, and how many of these, the oldest, were paid before. */
  readonly fees: number;
  readonly paid?: number;
  readonly deceased?: boolean;
}

export const ANN = '700001';
export const BEN = '700002';
export const CAY = '700003';

/** Ann owes two years of her RMA and none of her MT; Ben owes one; Cay lapsed long ago. Those before 2006 are not bound by CCP. */
export const PEOPLE: readonly Held[] = [
  { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RMA', certifiedOn: '2003-05-10', fees: 23, paid: 21 },
  { memberNo: ANN, name: ['Ann', 'Lee'], code: 'MT', certifiedOn: '2024-11-02', fees: 2, paid: 2 },
  { memberNo: BEN, name: ['Ben', 'Ruiz'], code: 'RPT', certifiedOn: '2024-10-20', fees: 2, paid: 1 },
  { memberNo: CAY, name: ['Cay', 'Obi'], code: 'RMA', certifiedOn: '2010-03-01', fees: 3, paid: 1 },
];

export const FEE = 50_00;

/** An office with these certifications, where Maya is the manager and the post of `TODAY` is about to be entered. */
export async function smallOffice(people: readonly Held[] = PEOPLE): Promise<Office> {
  const office = await emptyOffice(TODAY);
  await saveManagers(office, ['Maya']);
  await office.act((write) => {
    const { sqlite } = write.db;
    const memberIds = new Map<string, number>();
    for (const held of people) {
      const [first, last] = held.name;
      let id = memberIds.get(held.memberNo);
      if (id === undefined) {
        id = Number(
          sqlite
            .prepare(
              'INSERT INTO member (member_no, first_name, last_name, sort_name, deceased_on) VALUES (?, ?, ?, ?, ?)',
            )
            .run(
              held.memberNo,
              first,
              last,
              `${last} ${first}`.toLowerCase(),
              held.deceased === true ? '2026-01-01' : null,
            ).lastInsertRowid,
        );
        memberIds.set(held.memberNo, id);
      }
      const certification = Number(
        sqlite
          .prepare('INSERT INTO certification (member_id, code, certified_on) VALUES (?, ?, ?)')
          .run(id, held.code, held.certifiedOn).lastInsertRowid,
      );
      for (let n = 1; n <= held.fees; n++) {
        const year = Math.floor(dateKey(held.certifiedOn) / 10_000) + n;
        const yearStart = `${year}${held.certifiedOn.slice(4)}`;
        const fee = sqlite
          .prepare(
            `INSERT INTO annual_fee (certification_id, year_start, due_on, amount_cents, invoiced_on)
             VALUES (?, ?, date(?, 'start of month', '+1 month', '-1 day'), ?, ?)`,
          )
          .run(certification, yearStart, yearStart, FEE, yearStart).lastInsertRowid;
        if (n > (held.paid ?? 0)) continue;
        const payment = sqlite
          .prepare(
            "INSERT INTO payment (certification_id, received_on, amount_cents, method) VALUES (?, ?, ?, 'cheque')",
          )
          .run(certification, yearStart, FEE).lastInsertRowid;
        sqlite
          .prepare(
            'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (?, ?, ?)',
          )
          .run(payment, fee, FEE);
      }
    }
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
    rebuildSearch(sqlite);
  });
  await refreshStandings(office, TODAY, unwatchedWork());
  return office;
}

/** A cheque of today, unless told otherwise. */
export function cheque(deposit: number, typed: Partial<RemittanceToEnter>): RemittanceToEnter {
  return {
    deposit,
    receivedOn: TODAY,
    method: 'cheque',
    amountCents: 50_00,
    reference: '1041',
    payer: '',
    note: '',
    parts: [],
    confirmDuplicate: false,
    ...typed,
  };
}

/** Every account of the double entry, debits less credits. */
export function accounts({ db }: Office): Readonly<Record<string, number>> {
  const rows = db.sqlite
    .prepare<[], [string, number]>(
      `SELECT account, sum(cents) FROM (SELECT debit AS account, cents FROM ledger UNION ALL SELECT credit, -cents FROM ledger)
       GROUP BY account ORDER BY account`,
    )
    .raw()
    .all();
  return Object.fromEntries(rows);
}

function sum({ db }: Office, sql: string): number {
  return db.sqlite.prepare<[], number>(`SELECT ifnull(${sql}, 0)`).pluck().get() ?? 0;
}

/** Everything that must be true of the money of an office, told as what is not; empty where all is well. */
export async function moneyFaults(office: Office, asOf: CalendarDate = TODAY): Promise<readonly string[]> {
  const faults: string[] = [];
  const { sqlite } = office.db;
  const check = (what: string, is: number, shouldBe: number) => {
    if (is !== shouldBe) faults.push(`${what}: ${is}, not ${shouldBe}`);
  };
  const total = accounts(office);
  check(
    'sum of all accounts',
    Object.values(total).reduce((all, cents) => all + cents, 0),
    0,
  );
  check(
    'bank',
    total.bank ?? 0,
    sum(office, '(SELECT sum(amount_cents) FROM remittance)') +
      sum(office, '(SELECT sum(amount_cents) FROM payment WHERE remittance_id IS NULL)') -
      sum(
        office,
        '(SELECT sum(m.amount_cents) FROM remittance_reversal v JOIN remittance m ON m.id = v.remittance_id)',
      ) -
      sum(
        office,
        '(SELECT sum(p.amount_cents) FROM payment_reversal v JOIN payment p ON p.id = v.payment_id WHERE p.remittance_id IS NULL)',
      ) -
      sum(office, '(SELECT sum(amount_cents) FROM refund)'),
  );
  check('credit', -(total.credit ?? 0), sum(office, '(SELECT sum(cents) FROM payment_credit)'));
  check(
    'unassigned',
    -(total.unassigned ?? 0),
    sum(office, '(SELECT sum(cents) FROM remittance_unassigned)'),
  );
  check(
    'receivable',
    total.receivable ?? 0,
    sum(
      office,
      '(SELECT sum(amount_cents - paid_cents) FROM annual_fee WHERE voided_on IS NULL AND waived = 0)',
    ) +
      sum(office, '(SELECT sum(amount_cents - paid_cents) FROM recertification_fee WHERE voided_on IS NULL)'),
  );
  check('negative credit', sum(office, '(SELECT count(*) FROM payment_credit WHERE cents < 0)'), 0);
  check(
    'negative unassigned',
    sum(office, '(SELECT count(*) FROM remittance_unassigned WHERE cents < 0)'),
    0,
  );
  check('negative ledger entries', sum(office, '(SELECT count(*) FROM ledger WHERE cents < 0)'), 0);
  check('overpaid fees', sum(office, '(SELECT count(*) FROM annual_fee WHERE paid_cents > amount_cents)'), 0);
  check('unbalanced money', unbalancedMoney(sqlite), 0);
  const policy = await officePolicy(office);
  const everyone = { first: 1, last: 1_000 };
  const records = await certificationRecords(office.reader, everyone, asOf);
  const stale = await changedStandings(
    office.reader,
    everyone,
    records.map(({ certificationId, facts }) => ({
      certificationId,
      standing: judge(facts, policy, asOf),
    })),
  );
  check('standings that are not as judged anew', stale.length, 0);
  return faults;
}
