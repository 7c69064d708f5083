import type BetterSqlite3 from 'better-sqlite3';
import type { CertificationCode } from '../../../shared/domain/codes.ts';

export interface CertificationValues {
  readonly certified_on: string;
  readonly recertified_on: string | null;
  readonly certificate_no: string | null;
}

export interface FoundCertification extends CertificationValues {
  readonly id: number;
  readonly member_id: number;
}

export interface CertificationStatements {
  memberId(memberNo: string): number | undefined;
  find(memberId: number, code: CertificationCode): FoundCertification | undefined;
  /** Who has the certificate number: the certification's id, member number and code. */
  holder(
    certificateNo: string,
  ): { readonly id: number; readonly member_no: string; readonly code: string } | undefined;
  /** Starts of the years invoiced and cycles attested, audited or rolled, which hang on the certification's dates. */
  startsInUse(id: number): readonly { readonly start: string; readonly what: 'year' | 'cycle' }[];
  insert(memberId: number, code: CertificationCode, values: CertificationValues, importId: number): void;
  update(id: number, values: CertificationValues, importId: number): void;
}

type Values = [...(string | number | null)[]];

export function certificationStatements(sqlite: BetterSqlite3.Database): CertificationStatements {
  const member = sqlite.prepare<[string], number>('SELECT id FROM member WHERE member_no = ?').pluck();
  const find = sqlite.prepare<[number, string], FoundCertification>(
    `SELECT id, member_id, certified_on, recertified_on, certificate_no FROM certification
     WHERE member_id = ? AND code = ?`,
  );
  const holder = sqlite.prepare<[string], { id: number; member_no: string; code: string }>(
    `SELECT c.id, m.member_no, c.code FROM certification c JOIN member m ON m.id = c.member_id
     WHERE c.certificate_no = ?`,
  );
  const starts = sqlite.prepare<[number, number, number, number], { start: string; what: 'year' | 'cycle' }>(
    `SELECT year_start AS start, 'year' AS what FROM annual_fee WHERE certification_id = ?
     UNION SELECT cycle_start, 'cycle' FROM attestation WHERE certification_id = ?
     UNION SELECT cycle_start, 'cycle' FROM audit WHERE certification_id = ?
     UNION SELECT cycle_start, 'cycle' FROM rolled_cycle WHERE certification_id = ? AND reopened_on IS NULL
     ORDER BY start`,
  );
  const insert = sqlite.prepare<Values>(
    `INSERT INTO certification (member_id, code, certified_on, recertified_on, certificate_no, import_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const update = sqlite.prepare<Values>(
    `UPDATE certification SET certified_on = ?, recertified_on = ?, certificate_no = ?, import_id = ? WHERE id = ?`,
  );
  return {
    memberId: (memberNo) => member.get(memberNo),
    find: (memberId, code) => find.get(memberId, code),
    holder: (certificateNo) => holder.get(certificateNo),
    startsInUse: (id) => starts.all(id, id, id, id),
    insert: (memberId, code, v, importId) =>
      insert.run(memberId, code, v.certified_on, v.recertified_on, v.certificate_no, importId),
    update: (id, v, importId) => update.run(v.certified_on, v.recertified_on, v.certificate_no, importId, id),
  };
}
