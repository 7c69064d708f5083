import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { ImportReport, RejectedRow } from '../../../shared/domain/import.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { openReadable, type ReadableDatabase } from '../../db/connection.ts';
import { beginSnapshot } from '../../db/import/snapshot.ts';
import { makeStaging } from '../../db/import/staging.ts';
import type { Work } from '../../jobs/work.ts';
import { DATABASE_FILE, type Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officePolicy } from '../policy.ts';
import { ErrorsFile } from './errors-file.ts';
import { batches, type CsvFile, openCsv } from './file/csv-file.ts';
import { checkMapping, type Header, readHeader, refuseHeader } from './header.ts';
import type { ImportSettings } from './kinds/kind.ts';
import { rowsOf } from './kinds/rows.ts';
import { fileNotices, unknownColumnsNotice } from './notices.ts';
import type { ImportRequest } from './request.ts';
import { reasonOf, Sift } from './sift.ts';

/** Rejected rows listed in a report; the errors file has them all. */
const LISTED = 10_000;

/** A file whose rows were all looked at; the good ones are staged. */
export interface PreparedImport {
  readonly settings: ImportSettings;
  readonly csv: CsvFile;
  readonly stagedFile: string;
  /** What applying would do. */
  readonly counts: Pick<ImportReport, 'rows' | 'added' | 'updated' | 'unchanged' | 'rejectedCount'>;
  readonly rejected: readonly RejectedRow[];
  readonly notices: readonly string[];
}

/**
 * Reads the whole file, checks every row against one snapshot of the office and stages the good ones. Nothing is written to
 * the office; it can be cancelled at any time.
 * @throws StandingError as openCsv and the header's checks, `import-mapping`, `errors-file`, `office-file`, `cancelled`
 */
export async function prepareImport(
  office: Office,
  request: ImportRequest,
  work: Work,
): Promise<PreparedImport> {
  const { kind, file, mapping, errorsFile } = request;
  if (errorsFile !== undefined && resolve(errorsFile) === resolve(file)) throw errorsOverFile(file);
  if (errorsFile !== undefined) refuseOwnFile(errorsFile);
  const csv = await openCsv(file, work);
  checkMapping(kind, csv.header, mapping ?? {});
  const header = readHeader(kind, csv.header, mapping);
  refuseHeader(kind, file, header);
  const settings: ImportSettings = { kind, today: request.asOf ?? office.clock.today() };
  const snapshot = openSnapshot(office);
  try {
    return await siftFile(office, request, { csv, header, settings, snapshot }, work);
  } finally {
    snapshot.sqlite.close();
  }
}

interface Opened {
  readonly csv: CsvFile;
  readonly header: Header;
  readonly settings: ImportSettings;
  readonly snapshot: ReadableDatabase;
}

async function siftFile(
  office: Office,
  request: ImportRequest,
  { csv, header, settings, snapshot }: Opened,
  work: Work,
): Promise<PreparedImport> {
  const stagedFile = join(office.folder, 'jobs', `import-new-${randomUUID()}.db`);
  const errors =
    request.errorsFile === undefined ? null : new ErrorsFile(request.errorsFile, csv.header, csv.delimiter);
  const rows = rowsOf(settings, snapshot, await officePolicy(office));
  const staging = makeStaging(stagedFile, rows.columns);
  try {
    const sift = new Sift(csv, header, rows, staging);
    const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, rejectedCount: 0 };
    const rejected: RejectedRow[] = [];
    let pastHeader = false;
    for await (const { records } of batches(csv)) {
      for (const record of pastHeader ? records : records.slice(1)) {
        const sifted = sift.row(record);
        counts.rows += 1;
        if (typeof sifted === 'string') {
          counts[sifted] += 1;
          continue;
        }
        counts.rejectedCount += 1;
        if (rejected.length < LISTED) rejected.push(sifted);
        errors?.add(record.row, record.cells, reasonOf(sifted));
      }
      pastHeader ||= records.length > 0;
      const total = Math.max(csv.lines - 1, counts.rows);
      work.progress({ doing: 'Checking the rows', done: counts.rows, total, cancellable: true });
      await work.breathe();
    }
    staging.finish({ settings });
    errors?.finish();
    return {
      settings,
      csv,
      stagedFile,
      counts,
      rejected,
      notices: notices(csv, header, counts.rejectedCount),
    };
  } catch (error) {
    staging.discard();
    errors?.discard();
    throw error;
  }
}

/** The office as it is now, on a connection of its own, whatever others write meanwhile. */
function openSnapshot(office: Office): ReadableDatabase {
  const snapshot = openReadable(join(office.folder, DATABASE_FILE));
  beginSnapshot(snapshot.sqlite);
  return snapshot;
}

function notices(csv: CsvFile, header: Header, rejected: number): readonly string[] {
  const more =
    rejected > LISTED ? [`${rejected} rows are rejected; the first ${LISTED} are listed here.`] : [];
  return [...fileNotices(csv), ...unknownColumnsNotice(header.unknown), ...more];
}

function errorsOverFile(file: string): StandingError {
  return new StandingError(
    'errors-file',
    `The rejected rows cannot be written over the very file that is imported, ${file}.`,
    'Name another file for them.',
  );
}
