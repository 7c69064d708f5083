import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { describeRejected, type ImportReport } from '../../../shared/domain/import.ts';
import type { ErrorShape } from '../../../shared/ipc/errors.ts';
import { beginImport } from '../../db/import/imports.ts';
import { throwIfCancelled, unwatchedWork, type Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { completeImport, stagedFileOf } from './complete.ts';
import { completePendingImports } from './finish.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import type { ImportRequest } from './request.ts';

/**
 * Imports one CSV file (contract.md, CSV files). First every row is read, checked and staged, and nothing of the office is
 * touched: a bad row (unless bad rows are skipped), a dry run or cancelling ends it there. Then the staged rows are
 * applied in short transactions; that part is not cancelled, and a crash in it is made good at the next opening.
 * The same file again finds every row unchanged and writes nothing.
 * @returns the report; `refusal` is set where bad rows kept all of it out
 * @throws StandingError for a file that cannot be read as CSV of the kind (codes `import-…`), `errors-file`, `cancelled`
 */
export async function runImport(
  office: Office,
  request: ImportRequest,
  work: Work = unwatchedWork(),
): Promise<ImportReport> {
  await completePendingImports(office, work);
  const prepared = await prepareImport(office, request, work);
  const { counts, rejected, notices, stagedFile } = prepared;
  try {
    const refusal = request.skipBadRows || counts.rejectedCount === 0 ? null : refuse(prepared);
    const pending = counts.added + counts.updated;
    if (request.dryRun)
      return { ...counts, rejected, notices, refusal, applied: refusal === null && pending > 0 };
    if (refusal !== null)
      return { ...counts, added: 0, updated: 0, rejected, notices, refusal, applied: false };
    if (pending === 0) return { ...counts, rejected, notices, refusal, applied: false };
    throwIfCancelled(work.signal);
    return await apply(office, prepared, work);
  } finally {
    // Where it was applied it has been renamed, and is gone.
    rmSync(stagedFile, { force: true });
  }
}

async function apply(office: Office, prepared: PreparedImport, work: Work): Promise<ImportReport> {
  const importId = await begin(office, prepared);
  const done = await completeImport(office, importId, work);
  if (done === null) throw new Error(`The staged rows of import ${importId} are gone.`);
  const { rows, rejectedCount } = prepared.counts;
  const rejectedInAll = rejectedCount + done.rejected;
  return {
    rows,
    added: done.added,
    updated: done.updated,
    unchanged: rows - done.added - done.updated - rejectedInAll,
    rejected: [...prepared.rejected, ...done.late],
    rejectedCount: rejectedInAll,
    applied: true,
    refusal: null,
    notices: prepared.notices,
  };
}

/** From here on the import happens, whatever comes: its staged rows get the name under which they are found again. */
function begin(office: Office, { settings, csv, counts, stagedFile }: PreparedImport): Promise<number> {
  const { kind } = settings;
  const { rows, unchanged, rejectedCount: rejected } = counts;
  const fileName = basename(csv.file);
  const { sha256 } = csv;
  return office.act((write) => {
    const { name, at } = write.actor;
    const about = { kind, fileName, sha256, rows, unchanged, rejected };
    const importId = beginImport(write.db.sqlite, { ...about, actor: name, at });
    write.journal({
      action: 'import.started',
      subject: 'import',
      subjectId: String(importId),
      detail: about,
    });
    renameSync(stagedFile, stagedFileOf(office.folder, importId));
    return importId;
  });
}

function refuse({ counts, rejected, settings }: PreparedImport): ErrorShape {
  const [first] = rejected;
  const which = first === undefined ? '' : ` The first: ${describeRejected(first)}.`;
  return {
    code: 'import-rows-rejected',
    message: `${counts.rejectedCount} of the ${counts.rows} rows of ${settings.kind} cannot be imported, so nothing was changed.${which}`,
    fix: 'Correct the rejected rows and import the file again, or have the bad rows skipped.',
  };
}
