import type { RejectedRow } from '../../../shared/domain/import.ts';
import type { StagedFile, WaitingRow } from '../../db/import/staging.ts';
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
/** Rows of a transaction where new ones are added all at once. */
const ROWS_AT_ONCE = 4000;

/** What one transaction has done of an import. */
export interface AppliedRows {
  readonly through: number;
  readonly rows: number;
  readonly rejected: readonly RejectedRow[];
}

/** Applies as many of these rows as one transaction may take, with one journal entry that also says how far the import is. */
export function applyRows(
  write: Write,
  rows: Rows,
  importId: number,
  waiting: readonly WaitingRow[],
): AppliedRows {
  const done = oneByOne(rows, importId, waiting);
  return journalled(write, importId, waiting[0]?.row ?? 0, done);
}

/**
 * Applies the rows that come next in one transaction: those that change something one by one, all new ones between them at
 * once.
 * @throws Error of SQLite where a new row cannot be added
 */
export function applyRowsAtOnce(
  write: Write,
  rows: Rows,
  importId: number,
  { staged, schema, after }: { readonly staged: StagedFile; readonly schema: string; readonly after: number },
): AppliedRows {
  const next = staged.changesAfter(after, ROWS_AT_ONCE);
  const changed = oneByOne(rows, importId, next.rows);
  // Where the changes took too long for one transaction, the rows after them wait.
  const through = changed.count < next.rows.length ? changed.through : next.through;
  const added = rows.addAll?.({ schema, after, through }, importId) ?? 0;
  const total = { ...changed, through, added: changed.added + added, count: changed.count + added };
  return journalled(write, importId, after + 1, total);
}

interface Done {
  readonly through: number;
  readonly count: number;
  readonly added: number;
  readonly updated: number;
  readonly changes: readonly RowChange[];
  readonly rejected: readonly RejectedRow[];
}

function oneByOne(rows: Rows, importId: number, waiting: readonly WaitingRow[]): Done {
  const end = performance.now() + MILLISECONDS_AT_A_TIME;
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const changes: RowChange[] = [];
  const rejected: RejectedRow[] = [];
  let through = 0;
  let count = 0;
  for (const staged of waiting) {
    const applied = rows.apply(staged, importId);
    through = staged.row;
    count += 1;
    if (applied instanceof RowRefusal)
      rejected.push({
        row: staged.row,
        value: '',
        column: applied.column,
        message: ofValue('', applied.message),
      });
    else {
      counts[applied.outcome] += 1;
      if (applied.change !== undefined) changes.push(applied.change);
    }
    if (count >= ROWS_AT_LEAST && performance.now() > end) break;
  }
  return { through, count, added: counts.added, updated: counts.updated, changes, rejected };
}

function journalled(write: Write, importId: number, from: number, done: Done): AppliedRows {
  const { through, count, added, updated, rejected, changes } = done;
  const detail = { from, through, added, updated, rejected, changes };
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
