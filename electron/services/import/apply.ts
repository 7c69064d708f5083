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
import { withLongLog } from '../../db/import/write-ahead-log.ts';
import { refreshSearch } from '../../db/search/refresh.ts';
import { startWork, type Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { renewSearch } from '../search-upkeep.ts';
import { refreshStandings } from '../standing.ts';
import { applyRows, leaveOut } from './apply-rows.ts';
import type { ImportSettings } from './kinds/kind.ts';
import { rowsOf } from './kinds/rows.ts';

/** What an import has done in all, and which of its rows turned out not to be storable. */
export interface AppliedImport extends AppliedSoFar {
  readonly late: readonly RejectedRow[];
}

/** Rows read ahead; a transaction takes fewer where they cost more. */
const ROWS_READ = 2000;
/** Members whose search entries are brought up to date in one transaction. */
const SEARCHED_AT_A_TIME = 100;

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
  const search = searchUpkeep(office, staged, settings);
  const late = await withLongLog(sqlite, () =>
    applyStaged(office, importId, staged, settings, search === 'by row', work),
  );
  if (search === 'at the end') {
    await renewSearch(office, work, (write) =>
      write.journal({
        action: 'search.rebuilt',
        subject: 'office',
        subjectId: 'search',
        detail: { importId },
      }),
    );
  }
  // Standings hang on nothing that a file of members says.
  if (settings.kind !== 'members')
    await refreshStandings(office, settings.today, work, memberIds(sqlite, staged.memberNos()));
  const total = appliedSoFar(sqlite, importId);
  await office.act((write) => {
    endImport(sqlite, importId, total, write.actor.at);
    const { added, updated, rejected } = total;
    const detail = { kind: settings.kind, added, updated, rejected };
    write.journal({ action: 'import.done', subject: 'import', subjectId: String(importId), detail });
  });
  return { ...total, late };
}

/** @returns rows that turned out not to be storable */
async function applyStaged(
  office: Office,
  importId: number,
  staged: StagedFile,
  settings: ImportSettings,
  searched: boolean,
  work: Work,
): Promise<readonly RejectedRow[]> {
  const { sqlite } = office.db;
  const rows = rowsOf(settings, office.reader, await officePolicy(office));
  const late: RejectedRow[] = [];
  const total = staged.pendingRows;
  let { through } = appliedSoFar(sqlite, importId);
  let done = total - staged.rowsWaiting(through);
  let waiting: readonly WaitingRow[] = [];
  let oneByOne = false;
  for (;;) {
    if (waiting.length === 0) {
      waiting = staged.rowsAfter(through, ROWS_READ);
      oneByOne = false;
    }
    const [first] = waiting;
    if (first === undefined) return late;
    const most = searched ? SEARCHED_AT_A_TIME : ROWS_READ;
    const chunk = waiting.slice(0, oneByOne ? 1 : most);
    let taken = 0;
    try {
      const applied = await office.act((write) => {
        const result = applyRows(write, rows, importId, chunk);
        if (searched) refreshSearch(sqlite, memberIds(sqlite, numbersOf(chunk.slice(0, result.rows))));
        return result;
      });
      late.push(...applied.rejected);
      taken = applied.rows;
    } catch (error) {
      if (error instanceof StandingError) throw error;
      // Some row cannot be stored after all: it is found one by one, and left out.
      if (oneByOne) {
        late.push(await office.act((write) => leaveOut(write, importId, first, error)));
        taken = 1;
      }
      oneByOne = true;
    }
    through = waiting[taken - 1]?.row ?? through;
    waiting = waiting.slice(taken);
    done += taken;
    work.progress({ doing: 'Importing', done, total, cancellable: false });
    await work.breathe();
  }
}

/** How the search tables follow: with each row, or made anew at the end, which is quicker when much of the office is new. */
function searchUpkeep(
  office: Office,
  staged: StagedFile,
  { kind }: ImportSettings,
): 'not touched' | 'by row' | 'at the end' {
  if (kind !== 'members' && kind !== 'certifications') return 'not touched';
  const many = staged.pendingRows > 1000 && staged.pendingRows > memberCount(office.db.sqlite) / 4;
  return many ? 'at the end' : 'by row';
}

function numbersOf(rows: readonly WaitingRow[]): readonly string[] {
  return rows.map(({ memberNo }) => memberNo);
}

/** The same work, deaf to cancelling: what has begun to be applied is applied to the end. */
function uncancellable(work: Work): Work {
  return startWork(new AbortController().signal, (progress) =>
    work.progress({ ...progress, cancellable: false }),
  );
}
