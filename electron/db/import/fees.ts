import type BetterSqlite3 from 'better-sqlite3';
import type { FeeChangeKind } from '../../../shared/domain/ledger.ts';

export interface FeeValues {
  readonly amount_cents: number;
  readonly due_on: string;
  readonly waived: 0 | 1;
}

export interface FoundFee extends FeeValues {
  readonly id: number;
  readonly year_start: string;
  readonly paid_cents: number;
  /** Withdrawn: the year counts as not invoiced. */
  readonly voided_on: string | null;
}

export interface FeeStatements {
  find(certificationId: number, yearStart: string): FoundFee | undefined;
  /** All fees of a certification by year. */
  all(certificationId: number): readonly FoundFee[];
  insert(
    certificationId: number,
    yearStart: string,
    values: FeeValues,
    invoicedOn: string,
    importId: number,
  ): number;
  update(id: number, values: FeeValues, importId: number): void;
  /** What was done to the fee by hand. */
  byHand(id: number): readonly FeeChangeKind[];
}

export function feeStatements(sqlite: BetterSqlite3.Database): FeeStatements {
  const columns = 'id, year_start, amount_cents, due_on, waived, paid_cents, voided_on';
  const find = sqlite.prepare<[number, string], FoundFee>(
    `SELECT ${columns} FROM annual_fee WHERE certification_id = ? AND year_start = ?`,
  );
  const all = sqlite.prepare<[number], FoundFee>(
    `SELECT ${columns} FROM annual_fee WHERE certification_id = ? ORDER BY year_start`,
  );
  const insert = sqlite.prepare<[number, string, number, string, 0 | 1, string, number]>(
    `INSERT INTO annual_fee (certification_id, year_start, amount_cents, due_on, waived, invoiced_on, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = sqlite.prepare<[number, string, 0 | 1, number, number]>(
    'UPDATE annual_fee SET amount_cents = ?, due_on = ?, waived = ?, import_id = ? WHERE id = ?',
  );
  const byHand = sqlite
    .prepare<[number], FeeChangeKind>('SELECT kind FROM fee_change WHERE annual_fee_id = ?')
    .pluck();
  return {
    find: (certificationId, yearStart) => find.get(certificationId, yearStart),
    all: (certificationId) => all.all(certificationId),
    insert: (certificationId, yearStart, v, invoicedOn, importId) =>
      Number(
        insert.run(certificationId, yearStart, v.amount_cents, v.due_on, v.waived, invoicedOn, importId)
          .lastInsertRowid,
      ),
    update: (id, v, importId) => update.run(v.amount_cents, v.due_on, v.waived, importId, id),
    byHand: (id) => byHand.all(id),
  };
}
