import type { RejectedRow } from '../../../shared/domain/import.ts';
import type { WaitingRow } from '../../db/import/staging.ts';
import type { Write } from '../../db/transaction.ts';
import { ofValue } from './cells/cell.ts';
import { type RowChange, RowRefusal } from './kinds/kind.ts';
import type { Rows } from './kinds/rows.ts';

/**
 * A transaction takes rows for so many milliseconds, so that nobody at the desk waits for it, but at least so many rows, for
 * each transaction writes the indexes' pages anew.
 */
const MILLISECONDS_AT_A_TIME = 30;
const ROWS_AT_LEAST = 1000;

/** What one transaction has done of an import. */
export interface AppliedRows {
  readonly through: number;
  readonly rows: number;
  readonly rejected: readonly RejectedRow[];
}

/** Applies as many rows as one transaction may take, with one journal entry that also says how far the import is. */
export function applyRows(
  write: Write,
  rows: Rows,
  importId: number,
  waiting: readonly WaitingRow[],
): AppliedRows {
  const end = performance.now() + MILLISECONDS_AT_A_TIME;
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const changes: RowChange[] = [];
  const rejected: RejectedRow[] = [];
  let through = 0;
  let count = 0;
  for (const { row, key, content } of waiting) {
    const applied = rows.apply(content, key, importId);
    through = row;
    count += 1;
    if (applied instanceof RowRefusal)
      rejected.push({ row, value: '', column: applied.column, message: ofValue('', applied.message) });
    else {
      counts[applied.outcome] += 1;
      if (applied.change !== undefined) changes.push(applied.change);
    }
    if (count >= ROWS_AT_LEAST && performance.now() > end) break;
  }
  const { added, updated } = counts;
  const detail = { from: waiting[0]?.row ?? 0, through, added, updated, rejected, changes };
  write.journal({ action: 'import.applied', subject: 'import', subjectId: String(importId), detail });
  return { through, rows: count, rejected };
}

/** Says in the journal that a row could not be stored, so that the import goes on after it. */
export function leaveOut(write: Write, importId: number, { row }: WaitingRow, error: unknown): RejectedRow {
  const why = error instanceof Error ? error.message : String(error);
  const rejected = { row, column: '', value: '', message: `this row could not be stored (${why})` };
  const detail = { from: row, through: row, added: 0, updated: 0, rejected: [rejected], changes: [] };
  write.journal({ action: 'import.applied', subject: 'import', subjectId: String(importId), detail });
  return rejected;
}
