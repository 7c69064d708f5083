import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { WorklistSort } from '../../shared/domain/worklists.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { inSight, type StandingListName, standingList, within } from './worklist-conditions.ts';
import type { WorklistQuestion } from './worklists.ts';

type Question = WorklistQuestion & { readonly list: StandingListName };

/** How many rows a list of the standings has: counted over its index, where no filter asks for more. */
export async function countStandings(db: ReadableDatabase, question: Question): Promise<number> {
  const row = await db.kysely
    .selectFrom(await matching(db, question, null))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** The certifications of a page of the list, in its order. */
export async function pageOfStandings(
  db: ReadableDatabase,
  question: Question,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly number[]> {
  const { by, descending } = question.sort;
  const direction = descending ? 'desc' : 'asc';
  const rows = await db.kysely
    .selectFrom(await matching(db, question, by))
    .select('r.id')
    .orderBy('r.sorted', direction)
    .orderBy('r.id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ id }) => id);
}

interface Match {
  readonly id: number;
  readonly sorted: string | number;
}

/** Only the tables that a filter or the order asks for are joined. @param by null: in no order, to be counted */
async function matching(db: ReadableDatabase, question: Question, by: WorklistSort | null) {
  const { list, filter, spans, today } = question;
  const { on, about, where } = standingList(list, today);
  const away = (filter.show ?? 'open') !== 'open' || (await anyAway(db, list));
  const member = by === 'member';
  const certification = member || by === 'code' || filter.code !== undefined;
  const parts: RawBuilder<unknown>[] = [sql`standing s`];
  if (certification) parts.push(sql`join certification c on c.id = s.certification_id`);
  if (member) parts.push(sql`join member m on m.id = c.member_id`);
  if (away)
    parts.push(
      sql`left join worklist_away w on w.list = ${list} and w.item = 'c' || s.certification_id || ':' || ${about}`,
    );
  const conditions: RawBuilder<SqlBool>[] = [where, NOT_DECEASED];
  if (away) conditions.push(inSight(filter.show ?? 'open', today));
  if (spans !== null) conditions.push(within(on, spans));
  if (filter.state !== undefined) conditions.push(livingIn(filter.state));
  if (filter.code !== undefined) conditions.push(sql`c.code in (${sql.join(filter.code)})`);
  if (filter.cause !== undefined) conditions.push(sql`s.lapse_cause in (${sql.join(filter.cause)})`);
  if (filter.route !== undefined) conditions.push(sql`s.exam_only = ${filter.route === 'exam' ? 1 : 0}`);
  if (question.withoutApplication === true) conditions.push(NO_APPLICATION);
  const sorted = by === null ? sql`null` : ORDER[by](on);
  return sql<Match>`(select s.certification_id as id, ${sorted} as sorted from ${sql.join(parts, sql` `)}
    where ${sql.join(conditions, sql` and `)})`.as('r');
}

const ORDER: Readonly<Record<WorklistSort, (on: RawBuilder<string>) => RawBuilder<unknown>>> = {
  on: (on) => on,
  member: () => sql`m.sort_name`,
  code: () => sql`c.code`,
  outstanding: () => sql`s.points_outstanding`,
  owed: () => sql`s.owed_cents`,
};

/** Few have died: their certifications are gathered once instead of looking each row's member up. */
const NOT_DECEASED = sql<SqlBool>`s.certification_id not in (select d.id from member x join certification d on d.member_id = x.id
  where x.deceased_on is not null)`;

/** Gathered once from the current addresses: three tables looked up for each row of a long list take ten times as long. */
function livingIn(states: readonly string[]): RawBuilder<SqlBool> {
  return sql`s.certification_id in (select h.id from postal_address p join certification h on h.member_id = p.member_id
    where p.valid_to is null and p.state in (${sql.join(states)}))`;
}

const NO_APPLICATION = sql<SqlBool>`not exists (select 1 from recertification_application a
  where a.certification_id = s.certification_id and a.closed_on is null)`;

/** Whether anything of the list is out of sight: only then is each row looked up among it. */
async function anyAway(db: ReadableDatabase, list: StandingListName): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('worklist_away')
    .select('item')
    .where('list', '=', list)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
