import type { CalendarDate } from '../../shared/domain/facts.ts';
import {
  type IntakePart,
  type ListedState,
  type OpenCase,
  PART_STATES,
  type PartState,
} from '../../shared/domain/intake.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';
import { leavesOf } from './intake-pages.ts';
import { queueReturnLetter, withdrawReturnLetter } from './return-letters.ts';

/** Where a part goes, and why. */
export interface Filing {
  readonly state: PartState;
  readonly why: string;
  readonly memberId: number | null;
  readonly case: Pick<OpenCase, 'kind' | 'id'> | null;
  readonly activity: number | null;
  /** The manager who let it in without a case. */
  readonly allowedBy: string | null;
}

/** Puts a part of a document on record, with the first step of its trail. @returns its id */
export async function addPart(
  write: Write,
  part: { readonly document: number; readonly firstPage: number; readonly lastPage: number },
  filing: Filing,
  on: CalendarDate,
): Promise<number> {
  const { id } = await write.kysely
    .insertInto('intake_part')
    .values({
      document_id: part.document,
      first_page: part.firstPage,
      last_page: part.lastPage,
      ...columnsOf(write, filing, on),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addStep(write, id, null, filing, on);
  return id;
}

/** Says how far a part goes whose pages were not known before. */
export async function setLastPage(write: Write, part: number, lastPage: number): Promise<void> {
  await write.kysely.updateTable('intake_part').set({ last_page: lastPage }).where('id', '=', part).execute();
}

/** Files a part anew, or puts it back: the step is added to its trail, and a letter that sends it back is queued or withdrawn. */
export async function movePart(
  write: Write,
  part: { readonly part: number; readonly state: PartState },
  filing: Filing,
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .updateTable('intake_part')
    .set(columnsOf(write, filing, on))
    .where('id', '=', part.part)
    .execute();
  if (part.state === 'refused') await withdrawReturnLetter(write, part.part, on);
  await addStep(write, part.part, part.state, filing, on);
}

function columnsOf(write: Write, filing: Filing, on: CalendarDate) {
  const settled = filing.state !== 'waiting' && filing.state !== 'quarantined';
  return {
    state: filing.state,
    why: filing.why,
    member_id: filing.memberId,
    ...caseColumns(filing),
    allowed_by: filing.allowedBy,
    settled_on: settled ? on : null,
    settled_by: settled ? write.actor.name : null,
  };
}

function caseColumns(filing: Filing) {
  return {
    audit_id: filing.case?.kind === 'audit' ? filing.case.id : null,
    application_id: filing.case?.kind === 'application' ? filing.case.id : null,
    activity_id: filing.activity,
  };
}

async function addStep(
  write: Write,
  part: number,
  from: PartState | null,
  filing: Filing,
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .insertInto('intake_step')
    .values({
      part_id: part,
      from_state: from,
      to_state: filing.state,
      member_id: filing.memberId,
      ...caseColumns(filing),
      why: filing.why,
      allowed_by: filing.allowedBy,
      taken_on: on,
      actor: write.actor.name,
      at: write.actor.at,
    })
    .execute();
  if (filing.state === 'refused' && filing.memberId !== null)
    await queueReturnLetter(write, { part, memberId: filing.memberId, on });
}

export interface PartQuery {
  readonly state: ListedState;
  readonly offset: number;
  readonly limit: number;
}

/** Parts in a state: the queue in the order in which they came, everything else the last first. */
export async function partsIn(
  db: Reading,
  { state, offset, limit }: PartQuery,
): Promise<{ readonly total: number; readonly rows: readonly IntakePart[] }> {
  const { total } = await db.kysely
    .selectFrom('intake_part')
    .where('state', '=', state)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const queue = state === 'waiting' || state === 'quarantined';
  const rows = await parts(db)
    .where('p.state', '=', state)
    .$call((query) =>
      queue
        ? query.orderBy('p.document_id').orderBy('p.place').orderBy('p.first_page')
        : query.orderBy('p.id', 'desc'),
    )
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, rows: rows.map(toPart) };
}

/** A part by its id; null where there is none. */
export async function partById(db: Reading, part: number): Promise<IntakePart | null> {
  const row = await parts(db).where('p.id', '=', part).executeTakeFirst();
  return row === undefined ? null : toPart(row);
}

/** The parts of a document in their order, without those whose pages went into another. */
export async function partsOfDocument(db: Reading, document: number): Promise<readonly IntakePart[]> {
  const rows = await parts(db)
    .where('p.document_id', '=', document)
    .where('p.state', '<>', 'joined')
    .orderBy('p.place')
    .orderBy('p.first_page')
    .execute();
  return rows.map(toPart);
}

/** What is filed to a case, in the order in which it came. */
export async function partsOfCase(
  db: Reading,
  { kind, id }: Pick<OpenCase, 'kind' | 'id'>,
): Promise<readonly IntakePart[]> {
  const rows = await parts(db)
    .where(kind === 'audit' ? 'p.audit_id' : 'p.application_id', '=', id)
    .orderBy('p.id')
    .execute();
  return rows.map(toPart);
}

/** How many parts are in each state. */
export async function countParts(db: Reading): Promise<Readonly<Record<ListedState, number>>> {
  const rows = await db.kysely
    .selectFrom('intake_part')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('state', '<>', 'joined')
    .groupBy('state')
    .execute();
  const found = new Map<PartState, number>(rows.map(({ state, count }) => [state, count]));
  const counts = PART_STATES.map((state) => [state, found.get(state) ?? 0] as const);
  // Made of every state.
  return Object.fromEntries(counts) as Record<ListedState, number>;
}

function parts(db: Reading) {
  return db.kysely
    .selectFrom('intake_part as p')
    .innerJoin('intake_document as d', 'd.id', 'p.document_id')
    .leftJoin('member as m', 'm.id', 'p.member_id')
    .leftJoin('audit as a', 'a.id', 'p.audit_id')
    .leftJoin('recertification_application as r', 'r.id', 'p.application_id')
    .leftJoin('certification as c', (join) =>
      join.on((eb) =>
        eb.or([eb('c.id', '=', eb.ref('a.certification_id')), eb('c.id', '=', eb.ref('r.certification_id'))]),
      ),
    )
    .leftJoin('activity as t', 't.id', 'p.activity_id')
    .leftJoin('destroyed_document as x', (join) =>
      join.onRef('x.document_id', '=', 'p.document_id').on('x.came_again_at', 'is', null),
    )
    .leftJoin('destruction as s', 's.id', 'x.destruction_id')
    .select(['s.destroyed_on', 's.approved_by as destroyed_by', 'x.kept_from', 'x.years'])
    .select([
      'p.id',
      'p.document_id',
      'p.first_page',
      'p.last_page',
      'p.leaves',
      'p.state',
      'p.why',
      'p.allowed_by',
    ])
    .select(['p.audit_id', 'p.application_id', 'p.settled_on', 'p.settled_by'])
    .select(['d.sha256', 'd.type', 'd.bytes', 'd.pages', 't.title', 'c.code'])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select(['a.cycle_start', 'r.received_on as applied_on'])
    .select((eb) => [
      eb
        .selectFrom('intake_return_letter as l')
        .whereRef('l.part_id', '=', 'p.id')
        .where('l.withdrawn_on', 'is', null)
        .select((count) => count.fn.countAll<number>().as('letters'))
        .as('letters'),
      eb
        .selectFrom('intake_arrival as n')
        .whereRef('n.document_id', '=', 'd.id')
        .select((count) => count.fn.countAll<number>().as('arrivals'))
        .as('arrivals'),
    ])
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('intake_arrival')
          .select((first) => ['document_id', first.fn.min('id').as('id')])
          .groupBy('document_id')
          .as('f'),
      (join) => join.onRef('f.document_id', '=', 'd.id'),
    )
    .innerJoin('intake_arrival as n', 'n.id', 'f.id')
    .select(['n.name', 'n.channel', 'n.received_on', 'n.received_by']);
}

type Row = Awaited<ReturnType<ReturnType<typeof parts>['execute']>>[number];

function toPart(row: Row): IntakePart {
  return {
    part: row.id,
    document: row.document_id,
    sha256: row.sha256,
    type: row.type,
    bytes: row.bytes,
    pages: row.pages,
    firstPage: row.first_page,
    lastPage: row.last_page,
    leaves: leavesOf(row),
    state: row.state,
    why: row.why,
    member: memberOf(row),
    case: caseOf(row),
    activity: row.title,
    allowedBy: row.allowed_by,
    returnLetter: (row.letters ?? 0) > 0,
    settledOn: row.settled_on,
    settledBy: row.settled_by,
    name: row.name,
    channel: row.channel,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    again: (row.arrivals ?? 1) - 1,
    destroyed: destroyedOf(row),
  };
}

function destroyedOf({
  destroyed_on: on,
  destroyed_by: by,
  kept_from: from,
  years,
}: Row): IntakePart['destroyed'] {
  if (on === null || by === null || from === null || years === null) return null;
  return { on, by, from, years };
}

function memberOf({
  member_no: memberNo,
  first_name,
  middle_name,
  last_name,
  suffix,
}: Row): IntakePart['member'] {
  if (memberNo === null) return null;
  const name = {
    first_name: first_name ?? '',
    middle_name: middle_name ?? '',
    last_name: last_name ?? '',
    suffix: suffix ?? '',
  };
  return { memberNo, name: fullName(name) };
}

function caseOf(row: Row): OpenCase | null {
  if (row.code === null) return null;
  if (row.audit_id !== null && row.cycle_start !== null)
    return { kind: 'audit', id: row.audit_id, code: row.code, from: row.cycle_start };
  if (row.application_id !== null && row.applied_on !== null)
    return { kind: 'application', id: row.application_id, code: row.code, from: row.applied_on };
  return null;
}
