import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { WorklistQuery, WorklistRow } from '../../../shared/domain/worklists.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import { writeRowsFile } from '../csv-file.ts';
import type { OfficeView } from '../office.ts';
import { worklistRows } from './lists.ts';

/** Read and written at a time, so that a lookup need not wait for the whole. */
const ROWS_AT_A_TIME = 200;

interface Column {
  readonly header: string;
  readonly cell: (row: WorklistRow) => string;
}

const dollars = (cents: number) => (cents / 100).toFixed(2);

const COLUMNS: readonly Column[] = [
  { header: 'member_no', cell: (row) => row.memberNo },
  { header: 'name', cell: (row) => row.memberName },
  { header: 'state', cell: (row) => row.state },
  { header: 'code', cell: (row) => row.code ?? '' },
  { header: 'status', cell: (row) => row.status ?? '' },
  { header: 'date', cell: (row) => row.on },
  { header: 'days', cell: (row) => String(row.days) },
  { header: 'points_required', cell: (row) => String(row.required) },
  { header: 'points_counted', cell: (row) => String(row.counted) },
  { header: 'points_outstanding', cell: (row) => String(row.outstanding) },
  { header: 'owed', cell: (row) => dollars(row.owedCents) },
  { header: 'cause', cell: (row) => row.lapse?.cause ?? '' },
  { header: 'years_lapsed', cell: (row) => String(row.lapse?.years ?? '') },
  { header: 'exam_only_from', cell: (row) => row.lapse?.examOnlyFrom ?? '' },
  { header: 'routes', cell: (row) => row.lapse?.routes.join(' ') ?? '' },
  { header: 'notice', cell: (row) => row.lapse?.notice.state ?? '' },
  { header: 'what', cell: (row) => row.text },
  { header: 'settles_it', cell: (row) => row.settle },
  { header: 'citation', cell: (row) => row.citation },
  { header: 'snoozed_until', cell: (row) => row.awayUntil ?? '' },
];

/** Writes what a worklist shows as a CSV file, in its order. Cells that a spreadsheet would calculate are neutralised. @throws StandingError `office-file` */
export async function exportWorklist(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  query: WorklistQuery,
  file: string,
  today: CalendarDate,
): Promise<{ readonly file: string; readonly rows: number }> {
  let offset = 0;
  const rows = await writeRowsFile(
    file,
    COLUMNS.map(({ header }) => header),
    async () => {
      const page = await worklistRows(view, { ...query, offset, limit: ROWS_AT_A_TIME }, today);
      offset += page.rows.length;
      return page.rows.map((row) => csvRow(COLUMNS.map(({ cell }) => cell(row))));
    },
  );
  return { file, rows };
}
