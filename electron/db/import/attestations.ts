import type BetterSqlite3 from 'better-sqlite3';

export interface AttestationStatements {
  find(
    certificationId: number,
    cycleStart: string,
  ): { readonly id: number; readonly attested_on: string } | undefined;
  insert(certificationId: number, cycleStart: string, attestedOn: string, importId: number): void;
  update(id: number, attestedOn: string, importId: number): void;
}

export function attestationStatements(sqlite: BetterSqlite3.Database): AttestationStatements {
  const find = sqlite.prepare<[number, string], { id: number; attested_on: string }>(
    'SELECT id, attested_on FROM attestation WHERE certification_id = ? AND cycle_start = ?',
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
