import type { RejectedRow } from '../../../shared/domain/import.ts';
import {
  type AppliedSoFar,
  appliedSoFar,
  endImport,
  memberCount,
  memberIds,
} from '../../db/import/imports.ts';
import type { StagedFile } from '../../db/import/staging.ts';
import { withLongLog } from '../../db/import/write-ahead-log.ts';
import { startWork, type Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { renewSearch } from '../search-upkeep.ts';
import { refreshStandings } from '../standing.ts';
import { applyStaged } from './apply-staged.ts';
import type { ImportSettings } from './kinds/kind.ts';

/** What an import has done in all, and which of its rows turned out not to be storable. */
export interface AppliedImport extends AppliedSoFar {
  readonly late: readonly RejectedRow[];
}

/**
 * Applies staged rows from where the journal says they are, in short transactions, and closes the import. It cannot be
 * cancelled: others at the desk may have built on what it has applied by then, a payment for a new certification, and taking
 * it back would take that too. Whatever stops it, calling it again goes on.
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
    applyStaged(office, { importId, staged, settings, searched: search === 'by row' }, work),
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

/** The same work, deaf to cancelling: what has begun to be applied is applied to the end. */
function uncancellable(work: Work): Work {
  return startWork(new AbortController().signal, (progress) =>
    work.progress({ ...progress, cancellable: false }),
  );
}
