import type BetterSqlite3 from 'better-sqlite3';

/** The tables that lookups and the members list read. */
const TABLES = [
  'member_search',
  'certificate_search',
  'member_words',
  'name_word',
  'name_part',
  'member_standing',
] as const;

type Table = (typeof TABLES)[number];

/** The name under which a table is filled before it takes the place of the one in use. */
export function next(table: string): string {
  return `${table}_next`;
}

/** Empty tables like those in use, without their indexes: an index made after its table is many times cheaper. */
export function makeNextTables(sqlite: BetterSqlite3.Database): void {
  dropNextTables(sqlite);
  const sqlOf = sqlite.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  for (const table of TABLES) {
    const sql = sqlOf.get(table);
    if (sql === undefined) throw new Error(`There is no table ${table}.`);
    sqlite.exec(sql.replace(/(TABLE "?)\w+/, `$1${next(table)}`));
  }
}

/** The statements that give the next tables the indexes of those in use; an index cannot be renamed, so names take turns. */
export function nextIndexes(sqlite: BetterSqlite3.Database): readonly string[] {
  return sqlite
    .prepare<[string], string>(
      `SELECT sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name IN (SELECT value FROM json_each(?)) AND sql IS NOT NULL`,
    )
    .pluck()
    .all(JSON.stringify(TABLES))
    .map((sql) =>
      sql.replace(
        /INDEX "?(\w+?)(_b)?"? ON "?(\w+)"?/,
        (_, name: string, turn: string | undefined, table: string) =>
          `INDEX ${name}${turn === undefined ? '_b' : ''} ON ${next(table)}`,
      ),
    );
}

/** Tables without positions: each is right beside whichever of the others, and takes its place by itself. */
export const PLACELESS = ['certificate_search', 'name_word', 'name_part'] as const satisfies readonly Table[];

/** Puts a filled table in the place of the one in use. */
export function putToUse(sqlite: BetterSqlite3.Database, table: Table): void {
  sqlite.exec(`DROP TABLE ${table}`);
  sqlite.exec(`ALTER TABLE ${next(table)} RENAME TO ${table}`);
}

/** Puts all others to use. */
export function putNextTablesToUse(sqlite: BetterSqlite3.Database): void {
  for (const table of TABLES) if (!PLACELESS.some((other) => other === table)) putToUse(sqlite, table);
}

/** Whether a rebuild has been broken off. */
export function hasNextTables(sqlite: BetterSqlite3.Database): boolean {
  return (
    sqlite.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(next('member_search')) !== undefined
  );
}

export function dropNextTables(sqlite: BetterSqlite3.Database): void {
  for (const table of TABLES) sqlite.exec(`DROP TABLE IF EXISTS ${next(table)}`);
}
