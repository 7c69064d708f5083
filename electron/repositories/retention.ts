import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { caseName, type DocumentType } from '../../shared/domain/intake.ts';
import type { KeptArrival, KeptPart, RetentionHold } from '../../shared/domain/retention.ts';
import type { Reading } from '../db/reading.ts';
import { fullName } from './facts.ts';
import { leavesOf } from './intake-pages.ts';

// Of a part `p` with its audit `a` and its application `r`: when what it was for was decided.
const DECIDED_ON: RawBuilder<CalendarDate | null> = sql`CASE
  WHEN p.state = 'filed' AND p.audit_id IS NOT NULL THEN a.closed_on
  WHEN p.state = 'filed' AND p.application_id IS NOT NULL THEN r.closed_on
  WHEN p.state IN ('filed', 'refused', 'dismissed') THEN p.settled_on END`;

/** Ids of the documents still there of which the last decided part was decided on or before a day, in id order. */
export async function documentsDecidedBy(db: Reading, day: CalendarDate): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('intake_part as p')
    .leftJoin('audit as a', 'a.id', 'p.audit_id')
    .leftJoin('recertification_application as r', 'r.id', 'p.application_id')
    .select('p.document_id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('destroyed_document as x')
            .whereRef('x.document_id', '=', 'p.document_id')
            .where('x.came_again_at', 'is', null)
            .select('x.id'),
        ),
      ),
    )
    .groupBy('p.document_id')
    .having(sql<boolean>`max(${DECIDED_ON}) <= ${day}`)
    .orderBy('p.document_id')
    .execute();
  return rows.map(({ document_id }) => document_id);
}

/** How many documents are on record and still there. */
export async function countKeptDocuments(db: Reading): Promise<number> {
  const { count } = await db.kysely
    .selectFrom('intake_document as d')
    .leftJoin('destroyed_document as x', (join) =>
      join.onRef('x.document_id', '=', 'd.id').on('x.came_again_at', 'is', null),
    )
    .where('x.id', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A document with what its retention depends on. */
export interface RetainedDocument {
  readonly document: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: DocumentType;
  readonly pages: number | null;
  readonly arrivals: readonly KeptArrival[];
  readonly parts: readonly KeptPart[];
  readonly holds: readonly RetentionHold[];
}

/** Some documents, in the order of their ids. */
export async function retainedDocuments(
  db: Reading,
  ids: readonly number[],
): Promise<readonly RetainedDocument[]> {
  const documents = await db.kysely
    .selectFrom('intake_document')
    .select(['id', 'sha256', 'bytes', 'type', 'pages'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const arrivals = await db.kysely
    .selectFrom('intake_arrival')
    .select(['document_id', 'name', 'channel', 'received_on as on', 'received_by as by'])
    .where('document_id', 'in', ids)
    .orderBy('id')
    .execute();
  const parts = await partRows(db, ids);
  const holds = await legalHolds(db, ids);
  const [arrived, own, held] = [
    Map.groupBy(arrivals, byDocument),
    Map.groupBy(parts, byDocument),
    Map.groupBy(holds, ({ document }) => document),
  ];
  return documents.map(({ id, ...document }) => ({
    document: id,
    ...document,
    arrivals: (arrived.get(id) ?? []).map(({ name, channel, on, by }) => ({ name, channel, on, by })),
    parts: (own.get(id) ?? []).map(toPart),
    holds: [...(held.get(id) ?? []).map(({ hold }) => hold), ...heldByRecords(own.get(id) ?? [])],
  }));
}

const byDocument = ({ document_id }: { readonly document_id: number }) => document_id;

function partRows(db: Reading, ids: readonly number[]) {
  return db.kysely
    .selectFrom('intake_part as p')
    .leftJoin('member as m', 'm.id', 'p.member_id')
    .leftJoin('audit as a', 'a.id', 'p.audit_id')
    .leftJoin('recertification_application as r', 'r.id', 'p.application_id')
    .select(['p.document_id', 'p.state', 'p.first_page', 'p.last_page', 'p.leaves'])
    .select(['p.audit_id', 'p.application_id', 'a.state as audit_state', DECIDED_ON.as('decidedOn')])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select((eb) =>
      eb
        .selectFrom('intake_return_letter as l')
        .leftJoin('run as u', 'u.id', 'l.run_id')
        .whereRef('l.part_id', '=', 'p.id')
        .where('l.withdrawn_on', 'is', null)
        .where('u.mailed_on', 'is', null)
        .select((count) => count.fn.countAll<number>().as('letters'))
        .as('letters'),
    )
    .where('p.document_id', 'in', ids)
    .where('p.state', '<>', 'joined')
    .orderBy('p.document_id')
    .orderBy('p.place')
    .orderBy('p.first_page')
    .execute();
}

type PartRow = Awaited<ReturnType<typeof partRows>>[number];

function toPart(row: PartRow): KeptPart {
  const { member_no: memberNo, first_name, middle_name, last_name, suffix } = row;
  const named = { first_name: first_name ?? '', middle_name: middle_name ?? '' };
  return {
    state: row.state,
    pages: leavesOf(row).length,
    memberNo,
    memberName:
      memberNo === null ? null : fullName({ ...named, last_name: last_name ?? '', suffix: suffix ?? '' }),
    case:
      row.audit_id !== null
        ? caseName({ kind: 'audit', id: row.audit_id })
        : row.application_id === null
          ? null
          : caseName({ kind: 'application', id: row.application_id }),
    decidedOn: row.decidedOn,
  };
}

function heldByRecords(parts: readonly PartRow[]): readonly RetentionHold[] {
  const holds: RetentionHold[] = [];
  if (parts.some(({ state, decidedOn }) => state === 'filed' && decidedOn === null))
    holds.push({ kind: 'open-case' });
  if (parts.some(isAppealed)) holds.push({ kind: 'appeal' });
  if (parts.some(({ state }) => state === 'waiting' || state === 'quarantined'))
    holds.push({ kind: 'in-queue' });
  if (parts.some(({ letters }) => (letters ?? 0) > 0)) holds.push({ kind: 'return-letter' });
  return holds;
}

/** An appeal is over once the letter of its decision went out. */
function isAppealed({ audit_state: state, decidedOn }: PartRow): boolean {
  return state === 'appealed' || (state === 'letter-waiting' && decidedOn !== null);
}

async function legalHolds(
  db: Reading,
  ids: readonly number[],
): Promise<readonly { readonly document: number; readonly hold: RetentionHold }[]> {
  const columns = ['h.id', 'h.reason', 'h.placed_on', 'h.placed_by'] as const;
  const ofDocuments = await db.kysely
    .selectFrom('retention_hold as h')
    .select([...columns, 'h.document_id as document'])
    .where('h.lifted_on', 'is', null)
    .where('h.document_id', 'in', ids)
    .execute();
  const ofMembers = await db.kysely
    .selectFrom('retention_hold as h')
    .innerJoin('intake_part as p', 'p.member_id', 'h.member_id')
    .select([...columns, 'p.document_id as document'])
    .distinct()
    .where('h.lifted_on', 'is', null)
    .where('p.document_id', 'in', ids)
    .execute();
  const told = (ofMember: boolean) => (row: (typeof ofMembers)[number] | (typeof ofDocuments)[number]) => ({
    document: row.document ?? 0,
    hold: {
      kind: 'legal',
      hold: row.id,
      ofMember,
      reason: row.reason,
      placedOn: row.placed_on,
      placedBy: row.placed_by,
    } as const,
  });
  return [...ofDocuments.map(told(false)), ...ofMembers.map(told(true))];
}
