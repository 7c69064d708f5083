import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type MemberColumn, memberColumn } from '../../shared/domain/member-columns.ts';
import type { MemberQuery } from '../../shared/domain/members-list.ts';
import { csvRow } from '../../shared/util/csv.ts';
import { listedMemberIds, type MembersView, memberRows } from './members-list.ts';
import { refuseOwnFile } from './own-files.ts';

export interface MembersExport {
  readonly file: string;
  /** Members written, without the header. */
  readonly rows: number;
}

/** Read and written at a time, so that a lookup need not wait for the whole. */
const ROWS_AT_A_TIME = 500;

/**
 * Writes what the list shows as a CSV file: the members of the query in its order, these columns. Cells that a spreadsheet would
 * calculate are neutralised. The file appears whole or not at all.
 * @throws StandingError `column-unknown`, `office-file`
 */
export async function exportMembers(
  view: MembersView,
  query: MemberQuery & { readonly columns: readonly string[] },
  file: string,
): Promise<MembersExport> {
  refuseOwnFile(file);
  const columns = query.columns.map(memberColumn);
  const ids = listedMemberIds(view, query);
  const partial = `${file}.part`;
  try {
    const rows = await writeAll(partial, view, columns, ids);
    renameSync(partial, file);
    return { file, rows };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function writeAll(
  file: string,
  view: MembersView,
  columns: readonly MemberColumn[],
  ids: readonly number[],
): Promise<number> {
  const handle = openSync(file, 'w');
  try {
    let rows = 0;
    writeSync(handle, csvRow(columns.map(({ header }) => header)));
    for (let from = 0; from < ids.length; from += ROWS_AT_A_TIME) {
      rows += writeRows(handle, view, columns, ids.slice(from, from + ROWS_AT_A_TIME));
      await setImmediate();
    }
    fsyncSync(handle);
    return rows;
  } finally {
    closeSync(handle);
  }
}

function writeRows(
  handle: number,
  view: MembersView,
  columns: readonly MemberColumn[],
  ids: readonly number[],
): number {
  const rows = memberRows(view, ids);
  writeSync(handle, rows.map((row) => csvRow(columns.map(({ cell }) => cell(row)))).join(''));
  return rows.length;
}
