import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwatchedWork, type Work } from '../../../electron/jobs/work.ts';
import { createOffice, type Office } from '../../../electron/services/office.ts';
import {
  fillSampleOffice,
  type SampleOptions,
  type SampleReport,
} from '../../../electron/services/sample/fill-sample-office.ts';

export const AS_OF = '2026-11-22';
export const RESOURCES = join(import.meta.dirname, '../../../resources');

export interface SampleOffice {
  readonly office: Office;
  /** All rows of a query. */
  rows<Row = Readonly<Record<string, unknown>>>(sql: string): readonly Row[];
  /** The first column of the first row. */
  one(sql: string): unknown;
  fill(options?: Partial<SampleOptions>, work?: Work): Promise<SampleReport>;
  /** Closes the office and removes its folder. */
  remove(): Promise<void>;
}

/** An empty office in a folder of its own. */
export async function emptyOffice(): Promise<SampleOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-sample-'));
  const office = await createOffice({
    folder: join(folder, 'office'),
    actor: 'Tess',
    resources: RESOURCES,
    clock: { today: () => AS_OF, now: () => '2026-11-22T12:00:00.000Z' },
  });
  return {
    office,
    // The caller knows the columns that the query names.
    rows: <Row>(sql: string) => office.db.sqlite.prepare(sql).all() as Row[],
    one: (sql) => office.db.sqlite.prepare(sql).pluck().get(),
    fill: (options, work = unwatchedWork()) =>
      fillSampleOffice(office, { members: 200, seed: 7, asOf: AS_OF, ...options }, work),
    async remove() {
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** SHA-256 over every row of every table but the journal, whose times differ. */
export function contentHash({ rows }: SampleOffice): string {
  const hash = createHash('sha256');
  const tables = rows<{ name: string }>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'journal' ORDER BY name`,
  );
  for (const { name } of tables) {
    hash.update(name);
    const lines = rows(`SELECT * FROM "${name}"`).map((row) => JSON.stringify(row));
    for (const line of lines.toSorted()) hash.update(line);
  }
  return hash.digest('hex');
}
