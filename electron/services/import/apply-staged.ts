import type { RejectedRow } from '../../../shared/domain/import.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { appliedSoFar, memberIds } from '../../db/import/imports.ts';
import type { StagedFile, WaitingRow } from '../../db/import/staging.ts';
import { refreshSearch } from '../../db/search/refresh.ts';
import type { Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { type AppliedRows, applyRows, applyRowsAtOnce, leaveOut } from './apply-rows.ts';
import type { ImportSettings } from './kinds/kind.ts';
import { type Rows, rowsOf } from './kinds/rows.ts';

/** Rows read ahead; a transaction takes fewer where they cost more. */
const ROWS_READ = 2000;
/** Members whose search entries are brought up to date in one transaction. */
const SEARCHED_AT_A_TIME = 100;

interface Staged {
  readonly importId: number;
  readonly staged: StagedFile;
  readonly settings: ImportSettings;
  /** Whether lookups find each row with the transaction that applies it. */
  readonly searched: boolean;
}

/**
 * Applies staged rows from where the journal says they are, in short transactions.
 * @returns rows that turned out not to be storable
 */
export async function applyStaged(
  office: Office,
  applying: Staged,
  work: Work,
): Promise<readonly RejectedRow[]> {
  const { importId, staged, settings, searched } = applying;
  const rows = rowsOf(settings, office.reader, await officePolicy(office));
  const schema = `import_${importId}`;
  const atOnce = rows.addAll !== null && !searched;
  if (atOnce) await office.derive(() => staged.attach(office.db.sqlite, schema));
  try {
    return await applyAll(office, { ...applying, rows, schema: atOnce ? schema : null }, work);
  } finally {
    if (atOnce) await office.derive(() => staged.detach(office.db.sqlite, schema));
  }
}

interface Ready extends Staged {
  readonly rows: Rows;
  /** The name under which the staged rows are attached; null where they are to be applied one by one. */
  readonly schema: string | null;
}

async function applyAll(office: Office, ready: Ready, work: Work): Promise<readonly RejectedRow[]> {
  const { importId, staged } = ready;
  const late: RejectedRow[] = [];
  const total = staged.pendingRows;
  let { through } = appliedSoFar(office.db.sqlite, importId);
  let done = total - staged.rowsWaiting(through);
  while (done < total) {
    for await (const applied of applyNext(office, ready, through)) {
      late.push(...applied.rejected);
      through = applied.through;
      done += applied.rows;
      work.progress({ doing: 'Importing', done, total, cancellable: false });
      await work.breathe();
    }
  }
  return late;
}

/** Applies the next rows, with one transaction where all of them can be stored. */
async function* applyNext(office: Office, ready: Ready, after: number): AsyncGenerator<AppliedRows> {
  const { staged, schema, rows, importId, searched } = ready;
  if (schema !== null) {
    const applied = await orNull(
      office.act((write) => applyRowsAtOnce(write, rows, importId, { staged, schema, after })),
    );
    if (applied !== null) return yield applied;
  }
  yield* applyOrHalve(office, ready, staged.rowsAfter(after, searched ? SEARCHED_AT_A_TIME : ROWS_READ));
}

/** Where some row cannot be stored after all, it is found by halves and left out. */
async function* applyOrHalve(
  office: Office,
  ready: Ready,
  waiting: readonly WaitingRow[],
): AsyncGenerator<AppliedRows> {
  let applied: AppliedRows;
  try {
    applied = await applyThese(office, ready, waiting);
  } catch (error) {
    const [first, second] = waiting;
    if (error instanceof StandingError || first === undefined) throw error;
    if (second === undefined) {
      const rejected = await office.act((write) => leaveOut(write, ready.importId, first, error));
      return yield { through: first.row, rows: 1, rejected: [rejected] };
    }
    const half = Math.ceil(waiting.length / 2);
    yield* applyOrHalve(office, ready, waiting.slice(0, half));
    return yield* applyOrHalve(office, ready, waiting.slice(half));
  }
  yield applied;
  if (applied.rows < waiting.length) yield* applyOrHalve(office, ready, waiting.slice(applied.rows));
}

function applyThese(office: Office, ready: Ready, waiting: readonly WaitingRow[]): Promise<AppliedRows> {
  const { rows, importId, searched } = ready;
  const { sqlite } = office.db;
  return office.act((write) => {
    const applied = applyRows(write, rows, importId, waiting);
    const numbers = waiting.slice(0, applied.rows).map(({ memberNo }) => memberNo);
    if (searched) refreshSearch(sqlite, memberIds(sqlite, numbers));
    return applied;
  });
}

/** null where some row cannot be stored. */
async function orNull(applied: Promise<AppliedRows>): Promise<AppliedRows | null> {
  try {
    return await applied;
  } catch (error) {
    if (error instanceof StandingError) throw error;
    return null;
  }
}
