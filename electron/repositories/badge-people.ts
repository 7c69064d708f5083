import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** Who holds a certification, as a badge names them. */
export interface BadgePerson {
  readonly certificationId: number;
  readonly code: CertificationCode;
  readonly memberNo: string;
  readonly name: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailBadReason: string | null;
  readonly deceased: boolean;
  /** The day the badge is issued at: the certification's, or the recertification's. */
  readonly issuedAt: CalendarDate;
}

/** The certifications of some members by their ids, as badges name their holders. */
export async function badgePeople(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, BadgePerson>> {
  const rows = await rowsOver(PEOPLE, db, members);
  return new Map(
    rows.map((row): [number, BadgePerson] => [
      row.id,
      {
        certificationId: row.id,
        code: row.code,
        memberNo: row.member_no,
        name: fullName(row),
        firstName: row.first_name,
        middleName: row.middle_name,
        lastName: row.last_name,
        email: row.email,
        emailBadReason: row.email_bad_reason,
        deceased: row.deceased_on !== null,
        issuedAt: row.recertified_on ?? row.certified_on,
      },
    ]),
  );
}

const PEOPLE = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('member as m')
    .innerJoin('certification as c', 'c.member_id', 'm.id')
    .select(['c.id', 'c.code', 'c.certified_on', 'c.recertified_on', 'm.member_no', 'm.first_name'])
    .select(['m.middle_name', 'm.last_name', 'm.suffix', 'm.email', 'm.email_bad_reason', 'm.deceased_on'])
    .where(within('m.id', members))
    .orderBy('m.id')
    .orderBy('c.code');
