import { memberColumn } from '../../shared/domain/member-columns.ts';
import type { MemberQuery } from '../../shared/domain/members-list.ts';
import { csvRow } from '../../shared/util/csv.ts';
import { writeRowsFile } from './csv-file.ts';
import { listedMemberIds, type MembersView, memberRows } from './members-list.ts';

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
  const columns = query.columns.map(memberColumn);
  const ids = listedMemberIds(view, query);
  let from = 0;
  const rows = await writeRowsFile(
    file,
    columns.map(({ header }) => header),
    async () => {
      const batch = ids.slice(from, from + ROWS_AT_A_TIME);
      from += batch.length;
      return memberRows(view, batch).map((row) => csvRow(columns.map(({ cell }) => cell(row))));
    },
  );
  return { file, rows };
}
