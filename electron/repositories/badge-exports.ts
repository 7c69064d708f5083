import type { BadgeExport } from '../../shared/domain/badges.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { bulkInsert } from '../db/bulk-insert.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** A file of an export; its bytes lie in `documents/` under their hash. */
export interface ExportFile {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

/** @returns its number */
export async function addExport(write: Write, kind: BadgeExport['kind'], on: CalendarDate): Promise<number> {
  const { id } = await write.kysely
    .insertInto('badge_export')
    .values({ kind, exported_on: on, actor: write.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds a file to an export, with the requests that it holds. */
export async function addExportFile(
  write: Write,
  exported: number,
  position: number,
  file: ExportFile,
  requests: readonly number[],
): Promise<void> {
  await write.kysely
    .insertInto('badge_export_file')
    .values({ export_id: exported, position, name: file.name, rows: file.rows, sha256: file.sha256 })
    .execute();
  const before = await exportedAmong(write, requests);
  bulkInsert(
    write,
    'badge_exported',
    ['export_id', 'request_id', 'again'],
    requests.map((request) => ({
      export_id: exported,
      request_id: request,
      again: before.has(request) ? 1 : 0,
    })),
  );
}

async function exportedAmong({ kysely }: Write, requests: readonly number[]): Promise<ReadonlySet<number>> {
  if (requests.length === 0) return new Set();
  const rows = await kysely
    .selectFrom('badge_exported')
    .select('request_id')
    .where('request_id', 'in', requests)
    .execute();
  return new Set(rows.map((row) => row.request_id));
}

/** The files of an export in order; none where there is no such export. */
export async function filesOfExport(db: ReadableDatabase, exported: number): Promise<readonly ExportFile[]> {
  return db.kysely
    .selectFrom('badge_export_file')
    .select(['name', 'rows', 'sha256'])
    .where('export_id', '=', exported)
    .orderBy('position')
    .execute();
}

/** The newest exports first. */
export async function badgeExports(db: ReadableDatabase, limit: number): Promise<readonly BadgeExport[]> {
  const exports = await db.kysely
    .selectFrom('badge_export')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  if (exports.length === 0) return [];
  const files = await db.kysely
    .selectFrom('badge_export_file')
    .select(['export_id', 'name', 'rows'])
    .where(
      'export_id',
      'in',
      exports.map(({ id }) => id),
    )
    .orderBy('export_id')
    .orderBy('position')
    .execute();
  return exports.map((row) => ({
    export: row.id,
    kind: row.kind,
    exportedOn: row.exported_on,
    exportedBy: row.actor,
    files: files.filter(({ export_id }) => export_id === row.id).map(({ name, rows }) => ({ name, rows })),
  }));
}
