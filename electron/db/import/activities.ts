import type BetterSqlite3 from 'better-sqlite3';

export interface ActivityValues {
  readonly category: string;
  readonly title: string;
  readonly provider: string;
  readonly completed_on: string | null;
  readonly employed_from: string | null;
  readonly employed_to: string | null;
  readonly hours: number | null;
  readonly points: number;
  readonly criteria: number;
  readonly source: string;
}

export interface ActivityStatements {
  find(
    importKey: string,
  ): (ActivityValues & { readonly id: number; readonly withdrawn_on: string | null }) | undefined;
  /** The activity of a member that AMT's feed recorded under AMT's own number, or what stands in its place. */
  fed(memberId: number, externalId: string): { readonly id: number } | undefined;
  insert(
    memberId: number,
    values: ActivityValues,
    externalId: string | null,
    importId: number,
    importKey: string,
  ): void;
  update(id: number, values: ActivityValues, importId: number): void;
}

type Values = [...(string | number | null)[]];

export function activityStatements(sqlite: BetterSqlite3.Database): ActivityStatements {
  const columns =
    'category, title, provider, completed_on, employed_from, employed_to, hours, points, criteria, source';
  const find = sqlite.prepare<[string], ActivityValues & { id: number; withdrawn_on: string | null }>(
    `SELECT id, withdrawn_on, ${columns} FROM activity WHERE import_key = ?`,
  );
  const fed = sqlite.prepare<[string, number], { id: number }>(
    `SELECT id FROM activity WHERE external_id = ? AND member_id = ? AND source = 'amt-online' AND import_key IS NULL`,
  );
  const insert = sqlite.prepare<Values>(
    `INSERT INTO activity (${columns}, member_id, external_id, import_id, import_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = sqlite.prepare<Values>(
    `UPDATE activity SET category = ?, title = ?, provider = ?, completed_on = ?, employed_from = ?, employed_to = ?,
       hours = ?, points = ?, criteria = ?, source = ?, import_id = ? WHERE id = ?`,
  );
  return {
    find: (importKey) => find.get(importKey),
    fed: (memberId, externalId) => fed.get(externalId, memberId),
    insert: (memberId, v, externalId, importId, importKey) =>
      insert.run(...row(v), memberId, externalId, importId, importKey),
    update: (id, v, importId) => update.run(...row(v), importId, id),
  };
}

function row(v: ActivityValues): readonly (string | number | null)[] {
  return [
    v.category,
    v.title,
    v.provider,
    v.completed_on,
    v.employed_from,
    v.employed_to,
    v.hours,
    v.points,
    v.criteria,
    v.source,
  ];
}
