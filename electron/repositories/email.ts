import { EMAIL_STATES, type EmailRow, type EmailState } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PieceContent } from '../../shared/domain/run-content.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** An e-mail of a run as it is kept. */
export interface EmailMessage {
  readonly id: number;
  readonly run: string;
  readonly position: number;
  readonly memberId: number;
  readonly address: string;
  readonly messageId: string;
  readonly state: EmailState;
  readonly attempts: number;
  readonly recordedAt: string;
}

/** A piece that goes by e-mail, with how its member is reached now. */
export interface EmailPiece {
  readonly position: number;
  readonly memberId: number;
  readonly memberNo: string;
  readonly email: string;
  readonly emailOk: boolean;
  readonly emailBadReason: string | null;
  readonly deceased: boolean;
  /** Whether it goes beside a printed sheet, which is the notice: then nothing is ungiven where it does not arrive. */
  readonly besideSheet: boolean;
  /** Whether what it says was withdrawn before it went out. */
  readonly withdrawn: boolean;
}

const MESSAGE = [
  'id',
  'run_id as run',
  'position',
  'member_id as memberId',
  'address',
  'message_id as messageId',
  'state',
  'attempts',
  'recorded_at as recordedAt',
] as const;

/** The pieces of a run that go by e-mail and have no message on record. */
export async function unrecordedPieces(db: ReadableDatabase, run: string): Promise<readonly EmailPiece[]> {
  const rows = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .leftJoin('email_message as e', (join) =>
      join.onRef('e.run_id', '=', 'p.run_id').onRef('e.position', '=', 'p.position'),
    )
    .leftJoin('audit_letter_dropped as d', 'd.letter_id', 'p.audit_letter_id')
    .select(['p.email_copy', 'd.letter_id as dropped'])
    .select([
      'p.position',
      'm.id',
      'm.member_no',
      'm.email',
      'm.email_ok',
      'm.email_bad_reason',
      'm.deceased_on',
    ])
    .where('p.run_id', '=', run)
    .where((eb) => eb.or([eb('p.channel', '=', 'email'), eb('p.email_copy', '=', 1)]))
    .where('e.id', 'is', null)
    .orderBy('p.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    memberId: row.id,
    memberNo: row.member_no,
    email: row.email.trim(),
    emailOk: row.email_ok === 1,
    emailBadReason: row.email_bad_reason,
    deceased: row.deceased_on !== null,
    besideSheet: row.email_copy === 1,
    withdrawn: row.dropped !== null,
  }));
}

/** How the member of a recorded message is reached now. */
export async function recipientOf(db: ReadableDatabase, message: EmailMessage): Promise<EmailPiece> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .leftJoin('audit_letter_dropped as d', 'd.letter_id', 'p.audit_letter_id')
    .select(['m.member_no', 'm.email', 'm.email_ok', 'm.email_bad_reason', 'm.deceased_on'])
    .select(['p.email_copy', 'd.letter_id as dropped'])
    .where('p.run_id', '=', message.run)
    .where('p.position', '=', message.position)
    .executeTakeFirstOrThrow();
  return {
    position: message.position,
    memberId: message.memberId,
    memberNo: row.member_no,
    email: row.email.trim(),
    emailOk: row.email_ok === 1,
    emailBadReason: row.email_bad_reason,
    deceased: row.deceased_on !== null,
    besideSheet: row.email_copy === 1,
    withdrawn: row.dropped !== null,
  };
}

/** What a piece says. */
export async function pieceContent(
  db: ReadableDatabase,
  run: string,
  position: number,
): Promise<PieceContent> {
  const row = await db.kysely
    .selectFrom('run_piece')
    .select('content')
    .where('run_id', '=', run)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  // The table's CHECKs: what is e-mailed has a content, written by addPieces alone.
  return JSON.parse(row.content ?? 'null') as PieceContent;
}

/** Puts messages on record, nothing of them sent. */
export async function recordMessages(
  write: Write,
  run: string,
  messages: readonly { position: number; memberId: number; address: string; messageId: string }[],
): Promise<void> {
  await write.kysely
    .insertInto('email_message')
    .values(
      messages.map(({ position, memberId, address, messageId }) => ({
        run_id: run,
        position,
        member_id: memberId,
        address,
        message_id: messageId,
        state: 'recorded' as const,
        recorded_at: write.actor.at,
        settled_at: null,
        eml_sha256: null,
      })),
    )
    .execute();
}

/** The messages of a run in a state, in the run's order. */
export async function messagesIn(
  db: ReadableDatabase,
  run: string,
  state: EmailState,
): Promise<readonly EmailMessage[]> {
  return db.kysely
    .selectFrom('email_message')
    .select(MESSAGE)
    .where('run_id', '=', run)
    .where('state', '=', state)
    .orderBy('position')
    .execute();
}

/** Every message of a run, in its order. */
export async function messagesOf(db: ReadableDatabase, run: string): Promise<readonly EmailMessage[]> {
  return db.kysely
    .selectFrom('email_message')
    .select(MESSAGE)
    .where('run_id', '=', run)
    .orderBy('position')
    .execute();
}

/** The message of a piece, or null. */
export async function messageAt(
  db: ReadableDatabase,
  run: string,
  position: number,
): Promise<EmailMessage | null> {
  const row = await db.kysely
    .selectFrom('email_message')
    .select(MESSAGE)
    .where('run_id', '=', run)
    .where('position', '=', position)
    .executeTakeFirst();
  return row ?? null;
}

/** The message with a Message-ID, or null. */
export async function messageById(db: ReadableDatabase, messageId: string): Promise<EmailMessage | null> {
  const row = await db.kysely
    .selectFrom('email_message')
    .select(MESSAGE)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest message that went to a member, or to that address of the member, or null. One that came back stays the newest. */
export async function newestMessageTo(
  db: ReadableDatabase,
  memberId: number,
  address: string | null,
): Promise<EmailMessage | null> {
  const query = db.kysely.selectFrom('email_message').select(MESSAGE).where('member_id', '=', memberId);
  const row = await (address === null
    ? query
    : query.where((eb) => eb(eb.fn<string>('lower', ['address']), '=', address.trim().toLowerCase()))
  )
    .where('state', 'in', ['sent', 'unknown', 'bounced'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** What changes of a message when it goes on to another state. */
export interface MessageChange {
  readonly state: EmailState;
  readonly outcome: string;
  readonly attempts?: number;
  readonly address?: string;
  readonly emlSha256?: string;
}

/**
 * Takes a message from one state to another.
 * @throws Error when it is no longer in the state that it is taken from
 */
export async function changeMessage(
  write: Write,
  id: number,
  from: EmailState,
  change: MessageChange,
): Promise<void> {
  const settled = change.state !== 'recorded' && change.state !== 'handing-over';
  const result = await write.kysely
    .updateTable('email_message')
    .set({
      state: change.state,
      outcome: change.outcome,
      settled_at: settled ? write.actor.at : null,
      ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
      ...(change.address === undefined ? {} : { address: change.address }),
      ...(change.emlSha256 === undefined ? {} : { eml_sha256: change.emlSha256 }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`The e-mail ${id} is not in the state ${from} any more.`);
}

/** How many messages of a run are in each state, its e-mail pieces that have none, and which of those failed before they had one. */
export async function emailCounts(
  db: ReadableDatabase,
  run: string,
): Promise<{
  readonly states: Readonly<Record<EmailState, number>>;
  readonly unrecorded: readonly EmailPiece[];
  readonly failed: ReadonlySet<number>;
}> {
  const states: Record<EmailState, number> = {
    recorded: 0,
    'handing-over': 0,
    sent: 0,
    refused: 0,
    unknown: 0,
    bounced: 0,
  };
  const rows = await db.kysely
    .selectFrom('email_message')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('run_id', '=', run)
    .groupBy('state')
    .execute();
  for (const { state, count } of rows) states[state] = count;
  return { states, unrecorded: await unrecordedPieces(db, run), failed: await failedPositions(db, run) };
}

/** Positions of a run whose notice is on record as not having arrived. */
export async function failedPositions(db: ReadableDatabase, run: string): Promise<ReadonlySet<number>> {
  const rows = await db.kysely
    .selectFrom('notice_given')
    .select('position')
    .distinct()
    .where('run_id', '=', run)
    .where('failed', 'is not', null)
    .execute();
  return new Set(rows.map(({ position }) => position));
}

/** Notes that a piece's notice did not arrive, so that a further run may give it again; a printed sheet stays given. */
export async function failNotice(
  write: Write,
  { run, position }: { run: string; position: number },
  failed: 'bounced' | 'refused',
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .updateTable('notice_given')
    .set({ failed, failed_on: on })
    .where('run_id', '=', run)
    .where('position', '=', position)
    .where('failed', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('run_piece as p')
          .select('p.position')
          .whereRef('p.run_id', '=', 'notice_given.run_id')
          .whereRef('p.position', '=', 'notice_given.position')
          .where('p.channel', '=', 'email'),
      ),
    )
    .execute();
}

/** Notes why e-mail to the member's present address does not arrive. */
export async function markEmailBad(write: Write, memberId: number, reason: string): Promise<void> {
  await write.kysely
    .updateTable('member')
    .set({ email_bad_reason: reason })
    .where('id', '=', memberId)
    .execute();
}

/** Notes that the member wants no e-mail. */
export async function stopEmail(write: Write, memberId: number): Promise<void> {
  await write.kysely.updateTable('member').set({ email_ok: 0 }).where('id', '=', memberId).execute();
}

/** A member as e-mail knows them. */
export interface EmailMember {
  readonly memberId: number;
  readonly memberNo: string;
  readonly email: string;
  readonly emailOk: boolean;
  readonly emailBadReason: string | null;
}

/** The members with this number or, in any case of letters, this e-mail address. */
export async function membersByEmail(
  db: ReadableDatabase,
  noOrAddress: string,
): Promise<readonly EmailMember[]> {
  const wanted = noOrAddress.trim();
  const rows = await db.kysely
    .selectFrom('member')
    .select(['id', 'member_no', 'email', 'email_ok', 'email_bad_reason'])
    .where((eb) =>
      wanted.includes('@')
        ? eb(eb.fn<string>('lower', ['email']), '=', wanted.toLowerCase())
        : eb('member_no', '=', wanted),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    memberId: row.id,
    memberNo: row.member_no,
    email: row.email,
    emailOk: row.email_ok === 1,
    emailBadReason: row.email_bad_reason,
  }));
}

/** Rows of a run's e-mails, in the run's order. */
export async function emailRows(
  db: ReadableDatabase,
  filter: { readonly run: string; readonly state: EmailState | null },
  offset: number,
  limit: number,
): Promise<{ total: number; rows: readonly EmailRow[] }> {
  const states = filter.state === null ? EMAIL_STATES : [filter.state];
  const query = db.kysely
    .selectFrom('email_message as e')
    .where('e.run_id', '=', filter.run)
    .where('e.state', 'in', states);
  const count = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirst();
  const rows = await query
    .innerJoin('member as m', 'm.id', 'e.member_id')
    .select(['e.position', 'e.address', 'e.message_id', 'e.state', 'e.attempts', 'e.outcome', 'e.settled_at'])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .orderBy('e.position')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: count?.total ?? 0,
    rows: rows.map((row) => ({
      position: row.position,
      memberNo: row.member_no,
      memberName: fullName(row),
      address: row.address,
      messageId: row.message_id,
      state: row.state,
      attempts: row.attempts,
      outcome: row.outcome,
      settledAt: row.settled_at,
    })),
  };
}
