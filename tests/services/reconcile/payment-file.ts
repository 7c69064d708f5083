import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import type { Office } from '../../../electron/services/office.ts';
import { enterReceipts } from '../../../electron/services/reconcile/enter.ts';
import { linesOf } from '../../../electron/services/reconcile/lists.ts';
import { readReceipts } from '../../../electron/services/reconcile/read.ts';
import type {
  LineEntered,
  ReceiptMapping,
  ReceiptReading,
  ReceiptReport,
  ReceiptSource,
} from '../../../shared/domain/receipts.ts';
import { tempFolder } from '../../temp-office.ts';

/** Writes a payment file as a portal or a bank would; a row a line. @returns its path */
export function paymentFile(rows: readonly (readonly string[])[], name = 'payments.csv'): string {
  return rawFile(rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''), name);
}

export function rawFile(content: string | Uint8Array, name = 'payments.csv'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, content);
  return file;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The header of a portal's export. */
export const PORTAL = [
  'Transaction ID',
  'Date',
  'Amount',
  'Member No',
  'Name',
  'Certification',
  'Status',
] as const;

export function read(
  office: Office,
  file: string,
  source: ReceiptSource = 'portal',
  mapping: ReceiptMapping | null = null,
): Promise<ReceiptReading> {
  return readReceipts(office, { source, file, mapping }, unwatchedWork());
}

export function enter(
  office: Office,
  file: string,
  source: ReceiptSource = 'portal',
  options: { readonly mapping?: ReceiptMapping; readonly skipRefused?: boolean } = {},
): Promise<ReceiptReport> {
  const { mapping = null, skipRefused = false } = options;
  return enterReceipts(office, { source, file, mapping, sha256: null, skipRefused }, unwatchedWork());
}

/** Every line of a file as it stands. */
export async function linesIn(office: Office, deposit: number | null): Promise<readonly LineEntered[]> {
  const { rows } = await linesOf(office, { deposit: deposit ?? 0, show: null, offset: 0, limit: 500 });
  return rows;
}

/** Everything that a database holds, to see that nothing of it was changed. */
export function contentOf({ db }: Office): string {
  const tables = db.sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all();
  return JSON.stringify(tables.map((table) => [table, db.sqlite.prepare(`SELECT * FROM "${table}"`).all()]));
}
