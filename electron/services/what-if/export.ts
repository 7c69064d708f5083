import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { TrialRow } from '../../../shared/domain/what-if.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import type { Work } from '../../jobs/work.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { listedChanges, rowsOf, type TrialQuery } from './rows.ts';
import type { Tried } from './try-out.ts';

export interface TrialExport {
  readonly file: string;
  /** Certifications written, without the header. */
  readonly rows: number;
}

const HEADER = ['member_no', 'name', 'code', 'from', 'to', 'differs_in', 'before', 'after'];
const AT_A_TIME = 100;

/**
 * Writes whom a trial's list shows as a CSV file, in its order. Cells that a spreadsheet would calculate are neutralised; the file
 * appears whole or not at all.
 * @throws StandingError `office-file`, `cancelled`
 */
export async function exportTrial(
  view: OfficeView,
  tried: Tried,
  query: TrialQuery,
  file: string,
  work: Work,
): Promise<TrialExport> {
  refuseOwnFile(file);
  const partial = `${file}.part`;
  try {
    const rows = await writeAll(view, tried, query, partial, work);
    renameSync(partial, file);
    return { file, rows };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function writeAll(
  view: OfficeView,
  tried: Tried,
  query: TrialQuery,
  file: string,
  work: Work,
): Promise<number> {
  const listed = listedChanges(tried, query);
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, csvRow(HEADER));
    for (let from = 0; from < listed.length; from += AT_A_TIME) {
      const rows = await rowsOf(view, tried, listed.slice(from, from + AT_A_TIME));
      writeSync(handle, rows.map((row) => csvRow(cells(row))).join(''));
      work.progress({
        doing: 'Writing the list',
        done: from + rows.length,
        total: listed.length,
        cancellable: true,
      });
      await work.breathe();
    }
    fsyncSync(handle);
    return listed.length;
  } finally {
    closeSync(handle);
  }
}

function cells({ memberNo, memberName, code, from, to, parts, before, after }: TrialRow): readonly string[] {
  return [memberNo, memberName, code, from, to, parts.join(' '), before, after];
}
