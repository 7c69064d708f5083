import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import {
  finishPendingImports,
  type ImportRequest,
  runImport,
} from '../../../electron/services/import/index.ts';
import { createOffice, isOffice, type Office, openOffice } from '../../../electron/services/office.ts';
import type { ImportKind, ImportReport } from '../../../shared/domain/import.ts';

export const TODAY = '2026-11-22';
export const RESOURCES = join(import.meta.dirname, '../../../resources');

/** A folder of its own for a test, with an office in it. */
export interface Desk {
  readonly folder: string;
  readonly office: Office;
  /** Writes a file beside the office. */
  file(name: string, content: string | Uint8Array): string;
  /** Imports text as a file of the kind. */
  import(
    kind: ImportKind,
    content: string | Uint8Array,
    more?: Partial<ImportRequest>,
  ): Promise<ImportReport>;
  /** All rows of a query. */
  rows(sql: string): readonly unknown[];
}

const open: { office: Office; folder: string }[] = [];

afterEach(async () => {
  for (const { office, folder } of open.splice(0)) {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Makes an office, closed and removed after the test. */
export async function desk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-import-'));
  const office = await officeIn(folder);
  open.push({ office, folder });
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    folder,
    office,
    file,
    import: (kind, content, more = {}) =>
      runImport(office, { kind, file: file(`${kind}.csv`, content), ...more }),
    rows: (sql) => office.db.sqlite.prepare(sql).all(),
  };
}

/** Opens, or makes, the office beside the files in a folder, as the program does. */
export async function officeIn(folder: string): Promise<Office> {
  const options = {
    folder: join(folder, 'office'),
    actor: 'Tess',
    resources: RESOURCES,
    clock: { today: () => TODAY, now: () => '2026-11-22T12:00:00.000Z' },
  };
  const office = await (isOffice(options.folder) ? openOffice(options) : createOffice(options));
  await finishPendingImports(office);
  return office;
}

/** Rows of a CSV file under a header, every line ended. */
export function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

/** What an office holds, without what depends on how an import was cut into transactions. */
export function content(office: Office): Readonly<Record<string, readonly unknown[]>> {
  const tables = ['member', 'postal_address', 'certification', 'annual_fee', 'payment', 'payment_allocation'];
  const all = [...tables, 'activity', 'attestation', 'standing', 'member_search', 'import'];
  return Object.fromEntries(
    all.map((table) => [table, office.db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
}
