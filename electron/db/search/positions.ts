import type BetterSqlite3 from 'better-sqlite3';
import { values } from './statements.ts';

/** Room between neighbours when the whole office is placed, so that later members fit between. */
export const GAP = 1024;

interface Named {
  readonly id: number;
  readonly sortName: string;
}

/**
 * Where a member belongs in the order of names: the place it has if that is still right, else the middle between its
 * neighbours. Where they leave no room, the nearest free place after them.
 */
export function positionFor(sqlite: BetterSqlite3.Database, member: Named, current: number | null): number {
  const before = neighbour(sqlite, member, 'before') ?? 0;
  const after = neighbour(sqlite, member, 'after') ?? before + 2 * GAP;
  if (current !== null && before < current && current < after) return current;
  let position = Math.max(before + 1, Math.floor((before + after) / 2));
  while (taken(sqlite, position)) position += 1;
  return position;
}

const NEIGHBOUR = {
  before: /* sql */ `
    SELECT s.position FROM member m INNER JOIN member_search s ON s.member_id = m.id
    WHERE (m.sort_name, m.id) < (?, ?) ORDER BY m.sort_name DESC, m.id DESC LIMIT 1`,
  after: /* sql */ `
    SELECT s.position FROM member m INNER JOIN member_search s ON s.member_id = m.id
    WHERE (m.sort_name, m.id) > (?, ?) ORDER BY m.sort_name, m.id LIMIT 1`,
} as const;

function neighbour(
  sqlite: BetterSqlite3.Database,
  { sortName, id }: Named,
  side: keyof typeof NEIGHBOUR,
): number | undefined {
  return values<[string, number], number>(sqlite, NEIGHBOUR[side]).get(sortName, id);
}

function taken(sqlite: BetterSqlite3.Database, position: number): boolean {
  return (
    values<[number], number>(sqlite, 'SELECT 1 FROM member_search WHERE position = ?').get(position) === 1
  );
}
