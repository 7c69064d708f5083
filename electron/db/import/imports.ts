import type BetterSqlite3 from 'better-sqlite3';
import type { ImportKind } from '../../../shared/domain/import.ts';

/** An import as the office has it on record. */
export interface ImportRecord {
  readonly id: number;
  readonly kind: ImportKind;
  readonly file_name: string;
}

export interface NewImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly actor: string;
  readonly at: string;
}

/** Puts an import on record as being applied. */
export function beginImport(sqlite: BetterSqlite3.Database, made: NewImport): number {
  const { lastInsertRowid } = sqlite
    .prepare(
      `INSERT INTO import (kind, file_name, sha256, state, row_count, unchanged, rejected, actor, started_at)
       VALUES (:kind, :fileName, :sha256, 'applying', :rows, :unchanged, :rejected, :actor, :at)`,
    )
    .run(made);
  return Number(lastInsertRowid);
}

/** What an import has done so far, from its journal entries: they are in the very transactions that did it. */
export interface AppliedSoFar {
  /** Last row applied; 0 before the first. */
  readonly through: number;
  readonly added: number;
  readonly updated: number;
  readonly rejected: number;
}

export function appliedSoFar(sqlite: BetterSqlite3.Database, importId: number): AppliedSoFar {
  const sum = sqlite
    .prepare<[string], AppliedSoFar>(
      `SELECT coalesce(max(detail ->> 'through'), 0) AS through, coalesce(sum(detail ->> 'added'), 0) AS added,
              coalesce(sum(detail ->> 'updated'), 0) AS updated,
              coalesce(sum(json_array_length(detail, '$.rejected')), 0) AS rejected
       FROM journal WHERE subject = 'import' AND subject_id = ? AND action = 'import.applied'`,
    )
    .get(String(importId));
  return sum ?? { through: 0, added: 0, updated: 0, rejected: 0 };
}

/** Closes an import with what it did in all; what was neither added, updated nor rejected was unchanged. */
export function endImport(
  sqlite: BetterSqlite3.Database,
  importId: number,
  done: Omit<AppliedSoFar, 'through'>,
  at: string,
): void {
  sqlite
    .prepare(
      `UPDATE import SET state = 'done', added = :added, updated = :updated, rejected = rejected + :rejected,
              unchanged = max(0, row_count - :added - :updated - :rejected - rejected), finished_at = :at
       WHERE id = :importId`,
    )
    .run({ ...done, importId, at });
}

/** Imports that a crash has interrupted, oldest first. */
export function pendingImports(sqlite: BetterSqlite3.Database): readonly ImportRecord[] {
  return sqlite
    .prepare<[], ImportRecord>("SELECT id, kind, file_name FROM import WHERE state = 'applying' ORDER BY id")
    .all();
}

/** Ids of the members with these numbers. */
export function memberIds(sqlite: BetterSqlite3.Database, memberNos: readonly string[]): readonly number[] {
  return sqlite
    .prepare<[string], number>(
      'SELECT m.id FROM json_each(?) n CROSS JOIN member m ON m.member_no = n.value ORDER BY m.id',
    )
    .pluck()
    .all(JSON.stringify(memberNos));
}

export function memberCount(sqlite: BetterSqlite3.Database): number {
  return sqlite.prepare<[], number>('SELECT count(*) FROM member').pluck().get() ?? 0;
}
