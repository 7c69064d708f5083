import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CertificationStatements, FoundCertification } from '../../../db/import/certifications.ts';
import { RowRefusal } from './kind.ts';

/** What a row of fees, payments or attestations is about. */
export interface CertificationRef {
  readonly memberNo: string;
  readonly code: CertificationCode;
}

/** The id of the member with a number, or why there is none. */
export function memberOf(statements: CertificationStatements, memberNo: string): number | RowRefusal {
  return (
    statements.memberId(memberNo) ??
    new RowRefusal('member_no', 'is the number of no member; import the members first')
  );
}

/** The certification that a row names, or why there is none. */
export function certificationOf(
  statements: CertificationStatements,
  { memberNo, code }: CertificationRef,
): FoundCertification | RowRefusal {
  const memberId = memberOf(statements, memberNo);
  if (memberId instanceof RowRefusal) return memberId;
  const found = statements.find(memberId, code);
  if (found !== undefined) return found;
  return new RowRefusal('code', `is no certification of member ${memberNo}; import the certifications first`);
}
