import { sql } from 'kysely';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { LedgerAccount } from '../../shared/domain/ledger.ts';
import type { AgedLine, CashLine, LedgerLine, Period } from '../../shared/domain/reports.ts';
import type { ReadableDatabase } from '../db/connection.ts';

/** What moved money in, out or between members in a period, by day, method and certification. */
export async function cashLines(db: ReadableDatabase, { from, to }: Period): Promise<readonly CashLine[]> {
  const moves = db.kysely
    .selectFrom('ledger as l')
    .leftJoin('certification as c', 'c.id', 'l.certification_id')
    .select(['l.entered_on as on', 'l.method', 'c.code', 'l.debit', 'l.credit', 'l.cents'])
    .where('l.entered_on', '>=', from)
    .where('l.entered_on', '<=', to)
    .where((eb) =>
      eb.or([eb('l.debit', 'in', ['bank', 'unassigned']), eb('l.credit', 'in', ['bank', 'unassigned'])]),
    );
  const rows = await moves.execute();
  const sums = new Map<string, CashLine & { cents: number }>();
  const add = (on: string, method: CashLine['method'], code: CertificationCode | null, cents: number) => {
    const key = `${on}|${method}|${code ?? '~'}`;
    const line = sums.get(key);
    if (line === undefined) sums.set(key, { on, method, code, cents });
    else line.cents += cents;
  };
  for (const { on, method, code, debit, credit, cents } of rows) {
    // Every entry that touches the bank or money not yet assigned has come in some way.
    if (method === null) continue;
    if (debit === 'bank') add(on, method, credit === 'unassigned' ? null : code, cents);
    else if (credit === 'bank') add(on, method, debit === 'unassigned' ? null : code, -cents);
    else if (debit === 'unassigned') {
      add(on, method, null, -cents);
      add(on, method, code, cents);
    } else {
      add(on, method, null, cents);
      add(on, method, code, -cents);
    }
  }
  return [...sums]
    .filter(([, line]) => line.cents !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line);
}

/** The balance of each account at the end of a day: debits less credits. */
export async function accountBalances(
  db: ReadableDatabase,
  at: CalendarDate,
): Promise<ReadonlyMap<LedgerAccount, number>> {
  const rows = await db.kysely
    .selectFrom('ledger')
    .select(['debit', 'credit', sql<number>`sum(cents)`.as('cents')])
    .where('entered_on', '<=', at)
    .groupBy(['debit', 'credit'])
    .execute();
  const balances = new Map<LedgerAccount, number>();
  for (const { debit, credit, cents } of rows) {
    balances.set(debit, (balances.get(debit) ?? 0) + cents);
    balances.set(credit, (balances.get(credit) ?? 0) - cents);
  }
  return balances;
}

/** Unpaid invoiced fees by certification, group and the bounds of their age; `dueBefore` has the last due date of each bucket but the first, youngest first. */
export async function agedFees(
  db: ReadableDatabase,
  bucketOf: (dueOn: CalendarDate) => AgedLine['bucket'],
): Promise<readonly AgedLine[]> {
  const rows = await db.kysely
    .selectFrom('annual_fee as f')
    .innerJoin('certification as c', 'c.id', 'f.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('standing as s', 's.certification_id', 'c.id')
    .select(['c.code', 'f.due_on'])
    .select((eb) => [
      eb
        .case()
        .when('m.deceased_on', 'is not', null)
        .then<AgedLine['group']>('deceased')
        .when(sql<boolean>`f.year_start <= c.recertified_on`)
        .then<AgedLine['group']>('recertified')
        .when('s.status', '=', 'lapsed')
        .then<AgedLine['group']>('lapsed')
        .else<AgedLine['group']>('renewable')
        .end()
        .as('group'),
      sql<number>`count(*)`.as('fees'),
      sql<number>`sum(f.amount_cents - f.paid_cents)`.as('cents'),
    ])
    .where('f.waived', '=', 0)
    .where('f.voided_on', 'is', null)
    .where(sql<boolean>`f.paid_cents < f.amount_cents`)
    .groupBy(['c.code', 'f.due_on', 'group'])
    .execute();
  const recertifications = await agedRecertifications(db);
  const sums = new Map<string, AgedLine & { fees: number; cents: number }>();
  for (const { code, due_on, group, fees, cents } of [...rows, ...recertifications]) {
    const bucket = bucketOf(due_on);
    const key = `${code}|${group}|${bucket}`;
    const line = sums.get(key);
    if (line === undefined) sums.set(key, { code, group, bucket, fees, cents });
    else {
      line.fees += fees;
      line.cents += cents;
    }
  }
  return [...sums.values()];
}

/** Unpaid fees of applications for recertification, which are due when they are invoiced. */
async function agedRecertifications(db: ReadableDatabase) {
  return db.kysely
    .selectFrom('recertification_fee as f')
    .innerJoin('certification as c', 'c.id', 'f.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('standing as s', 's.certification_id', 'c.id')
    .select(['c.code', 'f.invoiced_on as due_on'])
    .select((eb) => [
      eb
        .case()
        .when('m.deceased_on', 'is not', null)
        .then<AgedLine['group']>('deceased')
        .when('s.status', '=', 'lapsed')
        .then<AgedLine['group']>('lapsed')
        .else<AgedLine['group']>('renewable')
        .end()
        .as('group'),
      sql<number>`count(*)`.as('fees'),
      sql<number>`sum(f.amount_cents - f.paid_cents)`.as('cents'),
    ])
    .where('f.voided_on', 'is', null)
    .where(sql<boolean>`f.paid_cents < f.amount_cents`)
    .groupBy(['c.code', 'f.invoiced_on', 'group'])
    .execute();
}

/** The ledger of a period in order; of one member where it is named. */
export async function ledgerLines(
  db: ReadableDatabase,
  { from, to }: Period,
  memberId: number | null = null,
): Promise<readonly LedgerLine[]> {
  let query = db.kysely
    .selectFrom('ledger as l')
    .leftJoin('certification as c', 'c.id', 'l.certification_id')
    .leftJoin('member as m', 'm.id', 'c.member_id')
    .select(['l.entered_on', 'l.kind', 'l.debit', 'l.credit', 'l.cents', 'l.method', 'l.reference'])
    .select(['m.member_no', 'c.code'])
    .where('l.entered_on', '>=', from)
    .where('l.entered_on', '<=', to)
    .where('l.cents', '<>', 0);
  if (memberId !== null)
    query = query.where(
      sql<boolean>`l.certification_id in (select id from certification where member_id = ${memberId})`,
    );
  const rows = await query.orderBy('l.entered_on').orderBy('l.kind').orderBy('l.source_id').execute();
  return rows.map((row) => ({
    on: row.entered_on,
    kind: row.kind,
    debit: row.debit,
    credit: row.credit,
    cents: row.cents,
    memberNo: row.member_no ?? '',
    code: row.code ?? '',
    method: row.method ?? '',
    reference: row.reference,
  }));
}
