import type BetterSqlite3 from 'better-sqlite3';
import { StandingError } from '../../shared/ipc/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Schema version of an open database: how many migrations it has. */
export function schemaVersion(sqlite: BetterSqlite3.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the newest schema, each migration in a transaction of its own.
 * @throws StandingError `database-newer` when a newer version of Standing has written it.
 */
export function migrate(sqlite: BetterSqlite3.Database): void {
  const version = schemaVersion(sqlite);
  if (version > MIGRATIONS.length) {
    throw new StandingError(
      'database-newer',
      `This office was last opened by a newer version of Standing (its database is version ${version}, this program knows ${MIGRATIONS.length}).`,
      'Install the newest version of Standing on this computer and open the office again; nothing was changed.',
    );
  }
  MIGRATIONS.slice(version).forEach((migration, index) => {
    sqlite.transaction(() => {
      sqlite.exec(migration.sql);
      sqlite.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}
