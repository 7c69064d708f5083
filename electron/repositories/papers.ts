import type { EmailState } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PaperGiven } from '../../shared/domain/papers.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { PaperTable } from '../db/run-tables.ts';
import type { Write } from '../db/transaction.ts';

/** A PDF that was given out, kept in `documents/` under its hash. */
export interface Paper {
  readonly kind: PaperTable['kind'];
  readonly memberId: number | null;
  /** What it is about: a run, a deposit, a payment. */
  readonly subjectId: string;
  readonly sha256: string;
  readonly issuedOn: CalendarDate;
}

/** Notes a paper; its file is kept already. @returns its id */
export async function addPaper(write: Write, paper: Paper): Promise<number> {
  const { id } = await write.kysely
    .insertInto('paper')
    .values({
      kind: paper.kind,
      member_id: paper.memberId,
      subject_id: paper.subjectId,
      sha256: paper.sha256,
      issued_on: paper.issuedOn,
      actor: write.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An e-mail that a paper goes with. */
export interface PaperEmail {
  readonly paper: number;
  readonly memberId: number;
  readonly address: string;
  /** With its angle brackets. */
  readonly messageId: string;
}

/** Puts an e-mail on record, nothing of it sent. @returns its id */
export async function recordPaperEmail(write: Write, email: PaperEmail): Promise<number> {
  const { id } = await write.kysely
    .insertInto('paper_email')
    .values({
      paper_id: email.paper,
      member_id: email.memberId,
      address: email.address,
      message_id: email.messageId,
      state: 'recorded',
      recorded_at: write.actor.at,
      settled_at: null,
      eml_sha256: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What changes of an e-mail when it goes on to another state. */
export interface PaperEmailChange {
  readonly state: EmailState;
  readonly outcome: string;
  readonly emlSha256?: string;
}

/** Takes an e-mail to another state. @throws Error when it is no longer in the one that it is taken from */
export async function changePaperEmail(
  write: Write,
  id: number,
  from: EmailState,
  { state, outcome, emlSha256 }: PaperEmailChange,
): Promise<void> {
  const settled = state !== 'recorded' && state !== 'handing-over';
  const { numUpdatedRows } = await write.kysely
    .updateTable('paper_email')
    .set({
      state,
      outcome,
      settled_at: settled ? write.actor.at : null,
      ...(emlSha256 === undefined ? {} : { eml_sha256: emlSha256 }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new Error(`The e-mail ${id} of a paper is not in the state ${from} any more.`);
}

/** Ids of the e-mails that were being handed over to a server. */
export async function paperEmailsHandingOver(db: ReadableDatabase): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('paper_email')
    .select('id')
    .where('state', '=', 'handing-over')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** An e-mail of a paper as it is kept. */
export interface PaperMessage {
  readonly id: number;
  readonly memberNo: string;
  readonly address: string;
  readonly messageId: string;
  readonly state: EmailState;
  readonly recordedAt: string;
}

const PAPER_MESSAGES = (db: ReadableDatabase) =>
  db.kysely
    .selectFrom('paper_email as e')
    .innerJoin('member as m', 'm.id', 'e.member_id')
    .select(['e.id', 'm.member_no as memberNo', 'e.address', 'e.message_id as messageId', 'e.state'])
    .select('e.recorded_at as recordedAt');

/** The e-mail of a paper with a Message-ID, or null. */
export async function paperEmailById(db: ReadableDatabase, messageId: string): Promise<PaperMessage | null> {
  return (await PAPER_MESSAGES(db).where('e.message_id', '=', messageId).executeTakeFirst()) ?? null;
}

/** The newest e-mail of a paper that went to a member, or to that address of the member, or null. */
export async function newestPaperEmailTo(
  db: ReadableDatabase,
  memberId: number,
  address: string | null,
): Promise<PaperMessage | null> {
  const query = PAPER_MESSAGES(db).where('e.member_id', '=', memberId);
  const row = await (address === null
    ? query
    : query.where((eb) => eb(eb.fn<string>('lower', ['e.address']), '=', address.trim().toLowerCase()))
  )
    .where('e.state', 'in', ['sent', 'unknown', 'bounced'])
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** The papers that a member was given, newest first. */
export async function papersOf(db: ReadableDatabase, memberId: number): Promise<readonly PaperGiven[]> {
  const papers = await db.kysely
    .selectFrom('paper')
    .select(['id', 'kind', 'subject_id', 'issued_on', 'actor'])
    .where('member_id', '=', memberId)
    .orderBy('id', 'desc')
    .execute();
  const emails = await db.kysely
    .selectFrom('paper_email')
    .select(['paper_id', 'address', 'state', 'outcome'])
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute();
  return papers.map((paper) => ({
    paper: paper.id,
    kind: paper.kind,
    subjectId: paper.subject_id,
    issuedOn: paper.issued_on,
    actor: paper.actor,
    emails: emails
      .filter((email) => email.paper_id === paper.id)
      .map(({ address, state, outcome }) => ({ address, state, outcome })),
  }));
}
