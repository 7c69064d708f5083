import type BetterSqlite3 from 'better-sqlite3';

/** The attestation of a cycle that stands; where none does, the last one that was undone. */
export interface KnownAttestation {
  readonly id: number;
  readonly attested_on: string;
  readonly undone_on: string | null;
  /** null where the office recorded it from its slip. */
  readonly import_id: number | null;
}

export interface AttestationStatements {
  find(certificationId: number, cycleStart: string): KnownAttestation | undefined;
  insert(certificationId: number, cycleStart: string, attestedOn: string, importId: number): void;
  update(id: number, attestedOn: string, importId: number): void;
}

export function attestationStatements(sqlite: BetterSqlite3.Database): AttestationStatements {
  const find = sqlite.prepare<[number, string], KnownAttestation>(
    `SELECT id, attested_on, undone_on, import_id FROM attestation WHERE certification_id = ? AND cycle_start = ?
     ORDER BY undone_on IS NOT NULL, id DESC LIMIT 1`,
  );
  const insert = sqlite.prepare<[number, string, string, number]>(
    'INSERT INTO attestation (certification_id, cycle_start, attested_on, import_id) VALUES (?, ?, ?, ?)',
  );
  const update = sqlite.prepare<[string, number, number]>(
    'UPDATE attestation SET attested_on = ?, import_id = ? WHERE id = ?',
  );
  return {
    find: (certificationId, cycleStart) => find.get(certificationId, cycleStart),
    insert: (certificationId, cycleStart, attestedOn, importId) =>
      insert.run(certificationId, cycleStart, attestedOn, importId),
    update: (id, attestedOn, importId) => update.run(attestedOn, importId, id),
  };
}
