import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type ImportRequest, runImport } from '../../../electron/services/import/index.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { ImportKind, ImportReport } from '../../../shared/domain/import.ts';
import { officeIn } from './office-in.ts';

export { lines } from './office-in.ts';

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
