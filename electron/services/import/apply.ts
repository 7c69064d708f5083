import type { RejectedRow } from '../../../shared/domain/import.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import {
  type AppliedSoFar,
  appliedSoFar,
  endImport,
  memberCount,
  memberIds,
} from '../../db/import/imports.ts';
import type { StagedFile, WaitingRow } from '../../db/import/staging.ts';
import { refreshSearch } from '../../db/search/refresh.ts';
import type { Write } from '../../db/transaction.ts';
import { startWork, type Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { refreshStandings } from '../standing.ts';
import { type ImportSettings, type RowChange, RowRefusal } from './kinds/kind.ts';
import { type Rows, rowsOf } from './kinds/rows.ts';

/** A transaction ends after so many rows or milliseconds, so that nobody at the desk waits for it. */
const ROWS_AT_A_TIME = 500;
const MILLISECONDS_AT_A_TIME = 25;

/** What an import has done in all, and which of its rows turned out not to be storable. */
export interface AppliedImport extends AppliedSoFar {
  readonly late: readonly RejectedRow[];
}

/**
 * Applies staged rows from where the journal says they are, in short transactions, and closes the import. It cannot be
 * cancelled: whatever stops it, calling it again goes on.
 */
export async function applyImport(
  office: Office,
  importId: number,
  { staged, settings }: { readonly staged: StagedFile; readonly settings: ImportSettings },
  watched: Work,
): Promise<AppliedImport> {
  const work = uncancellable(watched);
  const { sqlite } = office.db;
  const rows = rowsOf(settings, office.reader, await officePolicy(office));
  const late: RejectedRow[] = [];
  const searched = settings.kind === 'members' || settings.kind === 'certifications';
  const bulk = staged.pendingRows > memberCount(sqlite) / 4;
  let { through } = appliedSoFar(sqlite, importId);
  let limit = ROWS_AT_A_TIME;
  let done = 0;
  for (;;) {
    const waiting = staged.rowsAfter(through, limit);
    if (waiting.length === 0) break;
    try {
      const chunk = await office.act((write) => {
        const applied = applyRows(write, rows, importId, waiting);
        if (searched && !bulk) refreshSearch(sqlite, memberIds(sqlite, numbersOf(waiting, applied.through)));
        return applied;
      });
      late.push(...chunk.rejected);
      through = chunk.through;
      done += chunk.rows;
      limit = ROWS_AT_A_TIME;
    } catch (error) {
      if (error instanceof StandingError) throw error;
      // Some row cannot be stored after all: find it one by one, and leave it out.
      const [first] = waiting;
      if (waiting.length === 1 && first !== undefined) {
        late.push(await office.act((write) => leaveOut(write, importId, first, error)));
        through = first.row;
      }
      limit = 1;
    }
    work.progress({ doing: 'Importing', done, total: staged.pendingRows, cancellable: false });
    await work.breathe();
  }
  await bringUpToDate(office, staged, settings, searched && bulk, work);
  const total = appliedSoFar(sqlite, importId);
  await office.act((write) => {
    endImport(sqlite, importId, total, write.actor.at);
    const { added, updated, rejected } = total;
    const detail = { kind: settings.kind, added, updated, rejected };
    write.journal({ action: 'import.done', subject: 'import', subjectId: String(importId), detail });
  });
  return { ...total, late };
}

interface AppliedRows {
  readonly through: number;
  readonly rows: number;
  readonly rejected: readonly RejectedRow[];
}

function applyRows(write: Write, rows: Rows, importId: number, waiting: readonly WaitingRow[]): AppliedRows {
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
      rejected.push({ row, value: '', column: applied.column, message: applied.message });
    else {
      counts[applied.outcome] += 1;
      if (applied.change !== undefined) changes.push(applied.change);
    }
    if (performance.now() > end) break;
  }
  const { added, updated } = counts;
  const detail = { from: waiting[0]?.row ?? 0, through, added, updated, rejected, changes };
  write.journal({ action: 'import.applied', subject: 'import', subjectId: String(importId), detail });
  return { through, rows: count, rejected };
}

function leaveOut(write: Write, importId: number, { row }: WaitingRow, error: unknown): RejectedRow {
  const why = error instanceof Error ? error.message : String(error);
  const rejected = { row, column: '', value: '', message: `could not be stored (${why})` };
  const detail = { from: row, through: row, added: 0, updated: 0, rejected: [rejected], changes: [] };
  write.journal({ action: 'import.applied', subject: 'import', subjectId: String(importId), detail });
  return rejected;
}

function numbersOf(waiting: readonly WaitingRow[], through: number): readonly string[] {
  return waiting.filter(({ row }) => row <= through).map(({ memberNo }) => memberNo);
}

/** What is kept beside the facts follows them: the search tables after a load of many, and the standings. */
async function bringUpToDate(
  office: Office,
  staged: StagedFile,
  { kind, today }: ImportSettings,
  searchToo: boolean,
  work: Work,
): Promise<void> {
  const { sqlite } = office.db;
  const touched = memberIds(sqlite, staged.memberNos());
  if (searchToo) {
    await office.act((write) => {
      refreshSearch(sqlite, touched);
      const detail = { members: touched.length };
      write.journal({ action: 'search.refreshed', subject: 'office', subjectId: 'search', detail });
    });
  }
  // Standings hang on nothing that a file of members says.
  if (kind !== 'members') await refreshStandings(office, today, work, touched);
}

/** The same work, deaf to cancelling: what has begun to be applied is applied to the end. */
function uncancellable(work: Work): Work {
  return startWork(new AbortController().signal, (progress) =>
    work.progress({ ...progress, cancellable: false }),
  );
}
