import type { SelectedAudit } from '../../shared/domain/selected-audit.ts';
import { lastDayOfMonth } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type MemberSelection, within } from './member-selection.ts';

/** Ids of the members with an open audit that was selected in a month, in id order. @param month `YYYY-MM` */
export async function membersSelectedIn(db: ReadableDatabase, month: string): Promise<readonly number[]> {
  const rows = await openIn(db, month).select('c.member_id').distinct().orderBy('c.member_id').execute();
  return rows.map(({ member_id }) => member_id);
}

/** The open audits of some members that were selected in a month, oldest first, by certification. */
export async function selectedAudits(
  db: ReadableDatabase,
  members: MemberSelection,
  month: string,
): Promise<ReadonlyMap<number, readonly SelectedAudit[]>> {
  const rows = await openIn(db, month)
    .leftJoin('audit_campaign as y', 'y.id', 'a.campaign_id')
    .select(['a.id', 'a.certification_id', 'a.cycle_start', 'a.selected_on', 'c.member_id', 'y.year'])
    .where(within('c.member_id', members))
    .orderBy('a.selected_on')
    .orderBy('a.id')
    .execute();
  const titles = await titlesOf(db, [...new Set(rows.map(({ member_id }) => member_id))]);
  const found = new Map<number, SelectedAudit[]>();
  for (const row of rows) {
    const audits = found.get(row.certification_id) ?? [];
    found.set(row.certification_id, audits);
    audits.push({
      audit: row.id,
      cycleStart: row.cycle_start,
      selectedOn: row.selected_on,
      campaign: row.year === null ? null : String(row.year),
      titles: titles.get(row.member_id) ?? new Map(),
    });
  }
  return found;
}

function openIn(db: ReadableDatabase, month: string) {
  const first = `${month}-01`;
  return db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .where('a.outcome', 'is', null)
    .where('a.selected_on', '>=', first)
    .where('a.selected_on', '<=', lastDayOfMonth(first));
}

async function titlesOf(
  db: ReadableDatabase,
  members: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, string>>> {
  if (members.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('activity')
    .select(['id', 'member_id', 'title'])
    .where(within('member_id', { ids: members }))
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ member_id }) => member_id)].map(([member, own]) => [
      member,
      new Map(own.map(({ id, title }) => [id, title])),
    ]),
  );
}
