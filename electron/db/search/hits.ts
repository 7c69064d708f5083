import type BetterSqlite3 from 'better-sqlite3';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';
import { statement, values } from './statements.ts';

/** What is shown of a member in a list. */
export interface FoundMember {
  readonly position: number;
  readonly id: number;
  readonly member_no: string;
  readonly first_name: string;
  readonly middle_name: string;
  readonly last_name: string;
  readonly suffix: string;
  readonly email: string;
  readonly phone: string;
  readonly deceased_on: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
}

export interface FoundCertification {
  readonly member_id: number;
  readonly code: CertificationCode;
  readonly status: StandingStatus | null;
}

/** What is shown of all of a member's certifications together; dates as YYYYMMDD. */
export interface FoundStanding {
  readonly member_id: number;
  readonly status_order: number;
  readonly next_due_order: number;
  readonly owed_cents: number;
  readonly points_outstanding: number;
  readonly cycle_end_order: number;
}

function members(by: 'position' | 'member_id'): string {
  return /* sql */ `
SELECT s.position, m.id, m.member_no, m.first_name, m.middle_name, m.last_name, m.suffix, m.email, m.phone, m.deceased_on,
  a.city, a.state, a.zip
FROM json_each(?) j
CROSS JOIN member_search s ON s.${by} = j.value
CROSS JOIN member m ON m.id = s.member_id
LEFT JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
ORDER BY j.key`;
}

const MEMBERS_AT = members('position');
const MEMBERS_WITH_ID = members('member_id');

const CERTIFICATIONS = /* sql */ `
SELECT c.member_id, c.code, st.status
FROM json_each(?) j
CROSS JOIN certification c ON c.member_id = j.value
LEFT JOIN standing st ON st.certification_id = c.id
ORDER BY j.key, c.certified_on, c.code`;

const STANDINGS = /* sql */ `
SELECT l.member_id, l.status_order, l.next_due_order, l.owed_cents, l.points_outstanding, l.cycle_end_order
FROM json_each(?) j CROSS JOIN member_search s ON s.member_id = j.value CROSS JOIN member_standing l ON l.position = s.position`;

/** The members at these positions, in this order. */
export function membersAt(
  sqlite: BetterSqlite3.Database,
  positions: readonly number[],
): readonly FoundMember[] {
  return statement<[string], FoundMember>(sqlite, MEMBERS_AT).all(JSON.stringify(positions));
}

/** The members with these ids, in this order. */
export function membersWithIds(
  sqlite: BetterSqlite3.Database,
  ids: readonly number[],
): readonly FoundMember[] {
  return statement<[string], FoundMember>(sqlite, MEMBERS_WITH_ID).all(JSON.stringify(ids));
}

/** Ids stay when a member's name, and with it the position, changes. */
export function memberIdsAt(sqlite: BetterSqlite3.Database, positions: readonly number[]): readonly number[] {
  return values<[string], number>(
    sqlite,
    'SELECT s.member_id FROM json_each(?) j CROSS JOIN member_search s ON s.position = j.value ORDER BY j.key',
  ).all(JSON.stringify(positions));
}

/** Their certifications by member id, the oldest first, with the status kept for each. */
export function certificationsOf(
  sqlite: BetterSqlite3.Database,
  memberIds: readonly number[],
): ReadonlyMap<number, readonly FoundCertification[]> {
  const rows = statement<[string], FoundCertification>(sqlite, CERTIFICATIONS).all(JSON.stringify(memberIds));
  return Map.groupBy(rows, ({ member_id }) => member_id);
}

/** What is kept of their standings together, by member id. */
export function standingsOf(
  sqlite: BetterSqlite3.Database,
  memberIds: readonly number[],
): ReadonlyMap<number, FoundStanding> {
  const rows = statement<[string], FoundStanding>(sqlite, STANDINGS).all(JSON.stringify(memberIds));
  return new Map(rows.map((row) => [row.member_id, row]));
}
