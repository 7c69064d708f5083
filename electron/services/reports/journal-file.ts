import type { BookFile, Period } from '../../../shared/domain/reports.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import { csvCents } from '../../../shared/util/money.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { cashJournal } from './cash-journal.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes the cash-receipts journal of a period as CSV, with a last row that has the total.
 * @throws StandingError `period-reversed`, `office-file`, `cannot-write`
 */
export async function writeJournal(
  view: Pick<OfficeView, 'reader'>,
  period: Period,
  file: string,
): Promise<BookFile> {
  refuseOwnFile(file);
  const { lines, totalCents } = await cashJournal(view, period);
  const rows = lines.map(({ on, method, code, cents }) =>
    csvRow([on, method, code ?? 'unassigned', csvCents(cents)]),
  );
  writeWhole(
    file,
    [
      csvRow(['date', 'method', 'certification', 'amount']),
      ...rows,
      csvRow(['', '', 'total', csvCents(totalCents)]),
    ].join(''),
  );
  return { file, lines: lines.length, totalCents };
}
