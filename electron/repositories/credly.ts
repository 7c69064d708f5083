import type { CredlyState } from '../../shared/domain/badges.ts';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { CredlyBadgeTable } from '../db/badge-tables.ts';
import { bulkInsert } from '../db/bulk-insert.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** A badge as Credly tells of it, and whose certification it is. */
export interface CredlyBadge {
  readonly badge: string;
  /** null = of nobody whom the office knows. */
  readonly certificationId: number | null;
  readonly template: string;
  /** The member number that our files carry; empty where Credly has none. */
  readonly earnerId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly state: CredlyState;
  readonly issuedOn: CalendarDate | null;
  /** When it came to be in this state, where Credly says so. */
  readonly stateOn: CalendarDate | null;
}

/** A badge that is kept, with its row's id. */
export interface KeptBadge extends CredlyBadge {
  readonly id: number;
}

/** A badge that an import tells otherwise than before. */
export interface BadgeChange {
  readonly before: KeptBadge;
  readonly after: CredlyBadge;
}

/** All badges that are kept, or those of some certifications. */
export async function credlyBadges(
  db: ReadableDatabase,
  certifications: readonly number[] | null = null,
): Promise<readonly KeptBadge[]> {
  const rows = await db.kysely
    .selectFrom('credly_badge')
    .selectAll()
    .$if(certifications !== null, (q) => q.where('certification_id', 'in', certifications ?? []))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    badge: row.badge_id,
    certificationId: row.certification_id,
    template: row.template_id,
    earnerId: row.earner_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    state: row.state,
    issuedOn: row.issued_on,
    stateOn: row.state_on,
  }));
}

/** Badges of nobody whom the office knows. */
export async function unmatchedBadges(db: ReadableDatabase): Promise<readonly KeptBadge[]> {
  return (await credlyBadges(db)).filter(({ certificationId }) => certificationId === null);
}

/** How many badges are kept, and how many of them belong to nobody known. */
export async function badgeCount(
  db: ReadableDatabase,
): Promise<{ readonly badges: number; readonly unmatched: number }> {
  const row = await db.kysely
    .selectFrom('credly_badge')
    .select((eb) => [
      eb.fn.countAll<number>().as('badges'),
      eb.fn.count<number>('certification_id').as('matched'),
    ])
    .executeTakeFirstOrThrow();
  return { badges: row.badges, unmatched: row.badges - row.matched };
}

/** When Credly's list was imported last; null = never. */
export async function lastCredlyImport(db: ReadableDatabase): Promise<CalendarDate | null> {
  const row = await db.kysely
    .selectFrom('credly_import')
    .select((eb) => eb.fn.max('imported_on').as('on'))
    .executeTakeFirst();
  return row?.on ?? null;
}

/** Whether the newest import was of these very bytes. */
export async function isNewestImport(db: ReadableDatabase, sha256: string): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('credly_import')
    .select('sha256')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sha256 === sha256;
}

/** @returns its number */
export async function addCredlyImport(
  write: Write,
  file: { readonly name: string; readonly sha256: string; readonly rows: number },
  on: CalendarDate,
): Promise<number> {
  const { id } = await write.kysely
    .insertInto('credly_import')
    .values({
      file_name: file.name,
      sha256: file.sha256,
      imported_on: on,
      rows: file.rows,
      actor: write.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds badges that an import is the first to tell of. */
export function addBadges(write: Write, imported: number, badges: readonly CredlyBadge[]): void {
  const rows = badges.map((badge) => ({ badge_id: badge.badge, ...rowOf(badge), import_id: imported }));
  bulkInsert(
    write,
    'credly_badge',
    [
      'badge_id',
      'certification_id',
      'template_id',
      'earner_id',
      'email',
      'first_name',
      'last_name',
      'state',
      'issued_on',
      'state_on',
      'import_id',
    ],
    rows,
  );
}

/** Changes badges that an import tells otherwise; what they were stays in their history. */
export async function changeBadges(
  write: Write,
  imported: number,
  changes: readonly BadgeChange[],
): Promise<void> {
  for (const { before, after } of changes) {
    const was = rowOf(before);
    const is = rowOf(after);
    await write.kysely
      .updateTable('credly_badge')
      .set({ ...is, import_id: imported })
      .where('id', '=', before.id)
      .execute();
    await write.kysely
      .insertInto('credly_badge_change')
      .values({
        credly_badge_id: before.id,
        import_id: imported,
        before: JSON.stringify(was),
        after: JSON.stringify(is),
      })
      .execute();
  }
}

function rowOf(badge: CredlyBadge): Omit<CredlyBadgeTable, 'id' | 'badge_id' | 'import_id'> {
  return {
    certification_id: badge.certificationId,
    template_id: badge.template,
    earner_id: badge.earnerId,
    email: badge.email,
    first_name: badge.firstName,
    last_name: badge.lastName,
    state: badge.state,
    issued_on: badge.issuedOn,
    state_on: badge.stateOn,
  };
}

/** Who holds a certification, by what a badge can be recognised by. */
export interface BadgeHolder {
  readonly certificationId: number;
  readonly memberNo: string;
  readonly email: string;
  readonly code: CertificationCode;
}

/** Everyone who holds one of the certifications. */
export async function badgeHolders(
  db: ReadableDatabase,
  codes: readonly CertificationCode[],
): Promise<readonly BadgeHolder[]> {
  if (codes.length === 0) return [];
  const rows = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['c.id', 'c.code', 'm.member_no', 'm.email'])
    .where('c.code', 'in', codes)
    .execute();
  return rows.map((row) => ({
    certificationId: row.id,
    memberNo: row.member_no,
    email: row.email,
    code: row.code,
  }));
}
