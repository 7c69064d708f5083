import type { AttestationEntry } from '../../shared/domain/attestations.ts';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** An attestation that stands. */
export interface StandingAttestation {
  readonly attestation: number;
  readonly certificationId: number;
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
  /** null where a file brought it. */
  readonly recordedBy: string | null;
}

/** The attestations of a member's certifications that stand. */
export async function standingAttestations(
  db: Reading,
  memberId: number,
): Promise<readonly StandingAttestation[]> {
  return db.kysely
    .selectFrom('certification as c')
    .innerJoin('attestation as a', 'a.certification_id', 'c.id')
    .select([
      'a.id as attestation',
      'c.id as certificationId',
      'a.cycle_start as cycleStart',
      'a.attested_on as attestedOn',
      'a.recorded_by as recordedBy',
    ])
    .where('c.member_id', '=', memberId)
    .where('a.undone_on', 'is', null)
    .execute();
}

export interface AttestationToAdd {
  readonly certificationId: number;
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** The sheet whose slip it is. */
  readonly slip: { readonly run: string; readonly sheet: number } | null;
}

/** @returns the attestation's number */
export async function addAttestation(write: Write, toAdd: AttestationToAdd): Promise<number> {
  const { id } = await write.kysely
    .insertInto('attestation')
    .values({
      certification_id: toAdd.certificationId,
      cycle_start: toAdd.cycleStart,
      attested_on: toAdd.attestedOn,
      import_id: null,
      recorded_on: toAdd.recordedOn,
      recorded_by: write.actor.name,
      run_id: toAdd.slip?.run ?? null,
      sheet: toAdd.slip?.sheet ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function undoAttestation(
  write: Write,
  attestation: number,
  entry: { readonly on: CalendarDate; readonly reason: string },
): Promise<void> {
  await write.kysely
    .insertInto('attestation_undo')
    .values({
      attestation_id: attestation,
      undone_on: entry.on,
      reason: entry.reason,
      actor: write.actor.name,
    })
    .execute();
}

/** An attestation with whose it is; null where there is none. */
export async function attestationEntry(
  db: Reading,
  attestation: number,
): Promise<(AttestationEntry & { readonly memberId: number }) | null> {
  const row = await entries(db).where('a.id', '=', attestation).executeTakeFirst();
  return row === undefined ? null : { ...asEntry(row), memberId: row.memberId };
}

/** What the office recorded from slips or by number, newest first. */
export async function recordedAttestations(
  db: Reading,
  offset: number,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly AttestationEntry[] }> {
  const { total } = await db.kysely
    .selectFrom('attestation')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('recorded_on', 'is not', null)
    .executeTakeFirstOrThrow();
  const rows = await entries(db)
    .where('a.recorded_on', 'is not', null)
    .orderBy('a.recorded_on', 'desc')
    .orderBy('a.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, rows: rows.map(asEntry) };
}

function entries(db: Reading) {
  return db.kysely
    .selectFrom('attestation as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('attestation_undo as u', 'u.attestation_id', 'a.id')
    .select([
      'a.id as attestation',
      'm.id as memberId',
      'm.member_no as memberNo',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
      'c.code',
      'a.cycle_start as cycleStart',
      'a.attested_on as attestedOn',
      'a.recorded_on as recordedOn',
      'a.recorded_by as recordedBy',
      'a.run_id as run',
      'a.sheet',
      'u.undone_on as undoneOn',
      'u.reason as undoneReason',
      'u.actor as undoneBy',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function asEntry(row: Row): AttestationEntry {
  const code: CertificationCode = row.code;
  return {
    attestation: row.attestation,
    memberNo: row.memberNo,
    memberName: fullName(row),
    code,
    cycleStart: row.cycleStart,
    attestedOn: row.attestedOn,
    recordedOn: row.recordedOn,
    recordedBy: row.recordedBy,
    slip: row.run === null || row.sheet === null ? null : { run: row.run, sheet: row.sheet },
    undone:
      row.undoneOn === null
        ? null
        : { on: row.undoneOn, reason: row.undoneReason ?? '', by: row.undoneBy ?? '' },
  };
}
