import type BetterSqlite3 from 'better-sqlite3';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';
import { statement } from './statements.ts';

/** What is shown of a member that was found. */
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

const MEMBERS = /* sql */ `
SELECT s.position, m.id, m.member_no, m.first_name, m.middle_name, m.last_name, m.suffix, m.email, m.phone, m.deceased_on,
  a.city, a.state, a.zip
FROM json_each(?) j
CROSS JOIN member_search s ON s.position = j.value
CROSS JOIN member m ON m.id = s.member_id
LEFT JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
ORDER BY j.key`;

const CERTIFICATIONS = /* sql */ `
SELECT c.member_id, c.code, st.status
FROM json_each(?) j
CROSS JOIN certification c ON c.member_id = j.value
LEFT JOIN standing st ON st.certification_id = c.id
ORDER BY j.key, c.certified_on, c.code`;

/** The members at these positions, in this order. */
export function membersAt(
  sqlite: BetterSqlite3.Database,
  positions: readonly number[],
): readonly FoundMember[] {
  return statement<[string], FoundMember>(sqlite, MEMBERS).all(JSON.stringify(positions));
}

/** Their certifications by member id, the oldest first, with the status kept for each. */
export function certificationsOf(
  sqlite: BetterSqlite3.Database,
  memberIds: readonly number[],
): ReadonlyMap<number, readonly FoundCertification[]> {
  const byMember = new Map<number, FoundCertification[]>();
  for (const row of statement<[string], FoundCertification>(sqlite, CERTIFICATIONS).all(
    JSON.stringify(memberIds),
  )) {
    const others = byMember.get(row.member_id);
    if (others === undefined) byMember.set(row.member_id, [row]);
    else others.push(row);
  }
  return byMember;
}
