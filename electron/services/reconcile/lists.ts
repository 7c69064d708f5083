import type { MoneyRows } from '../../../shared/domain/payments.ts';
import type { LineEntered, ReceiptFile } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  type LinesShown,
  receiptFile,
  receiptFiles,
  receiptLine,
  receiptLines,
} from '../../repositories/receipt-files.ts';
import type { OfficeView } from '../office.ts';
import { existingDeposit } from '../payments/deposits.ts';

type View = Pick<OfficeView, 'reader'>;

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Files that were entered, the newest first, with how far each is settled. */
export function listFiles(
  { reader }: View,
  { offset, limit }: Page,
): Promise<{ readonly total: number; readonly rows: readonly ReceiptFile[] }> {
  return receiptFiles(reader, offset, limit);
}

/** @throws StandingError `deposit-unknown`, `receipt-file-unknown` for a deposit of the post */
export async function fileOf({ reader }: View, deposit: number): Promise<ReceiptFile> {
  const file = await receiptFile(reader, deposit);
  if (file !== null) return file;
  await existingDeposit(reader, deposit);
  throw new StandingError(
    'receipt-file-unknown',
    `Deposit ${deposit} is of the post; no file came in with it.`,
    'List the files to find the number of its deposit.',
  );
}

/** Lines of a file, page by page. @throws StandingError `deposit-unknown`, `receipt-file-unknown` */
export async function linesOf(
  view: View,
  { deposit, show, offset, limit }: Page & { readonly deposit: number; readonly show: LinesShown },
): Promise<MoneyRows<LineEntered>> {
  await fileOf(view, deposit);
  return receiptLines(view.reader, deposit, show, { offset, limit });
}

/** @throws StandingError `deposit-unknown`, `receipt-file-unknown`, `receipt-line-unknown` */
export async function existingLine(db: ReadableDatabase, deposit: number, row: number): Promise<LineEntered> {
  const line = await receiptLine(db, deposit, row);
  if (line !== null) return line;
  await fileOf({ reader: db }, deposit);
  throw new StandingError(
    'receipt-line-unknown',
    `The file of deposit ${deposit} has no line in row ${row}.`,
    'Rows are counted as a spreadsheet does, the header being row 1.',
  );
}
