import type { BookFile, Period } from '../../../shared/domain/reports.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import { csvCents } from '../../../shared/util/money.ts';
import { ledgerLines } from '../../repositories/reports.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { refusePeriod } from './period.ts';
import { writeWhole } from './write-whole.ts';

const COLUMNS = [
  'date',
  'entry',
  'kind',
  'debit',
  'credit',
  'amount',
  'member_no',
  'code',
  'method',
  'reference',
] as const;

/**
 * Writes the double entry of a period as CSV for the accountant, with a last row that has the total. The file appears whole or not at all.
 * @throws StandingError `period-reversed`, `office-file`, `cannot-write`
 */
export async function writeLedger(
  view: Pick<OfficeView, 'reader'>,
  period: Period,
  file: string,
): Promise<BookFile> {
  refusePeriod(period);
  refuseOwnFile(file);
  const lines = await ledgerLines(view.reader, period);
  const totalCents = lines.reduce((sum, { cents }) => sum + cents, 0);
  const rows = lines.map((line, at) =>
    csvRow([
      line.on,
      String(at + 1),
      line.kind,
      line.debit,
      line.credit,
      csvCents(line.cents),
      line.memberNo,
      line.code,
      line.method,
      line.reference,
    ]),
  );
  const total = csvRow(['', '', 'total', '', '', csvCents(totalCents), '', '', '', '']);
  writeWhole(file, [csvRow(COLUMNS), ...rows, total].join(''));
  return { file, lines: lines.length, totalCents };
}
