import type { CaseState } from '../../shared/domain/audit-steps.ts';
import type { AuditOutcome, CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';

/** Which pieces of a run: those that are printed, all or the one at a position, or the one at a position that is e-mailed. */
export type SentPieces = { readonly run: string } & (
  | { readonly printed: 'all' | number }
  | { readonly emailed: number }
);

/** A case whose member is told by a piece. */
export interface ToldCase {
  readonly audit: number;
  readonly memberId: number;
  readonly memberNo: string;
  readonly code: string;
}

/** The cases that wait for their audit notice and that these pieces tell of; what failed or was taken out tells nothing. */
export async function selectedToldBy(db: Reading, pieces: SentPieces): Promise<readonly ToldCase[]> {
  return given(db, pieces)
    .innerJoin('audit as a', (join) =>
      join.onRef('a.certification_id', '=', 'g.certification_id').onRef('a.selected_on', '=', 'g.for_date'),
    )
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id as audit', 'c.member_id as memberId', 'm.member_no as memberNo', 'c.code'])
    .where('a.state', '=', 'selected')
    .orderBy('a.id')
    .execute();
}

/** A decision whose letter a piece is. */
export interface ToldDecision extends ToldCase {
  readonly decision: number;
  readonly outcome: AuditOutcome;
  readonly position: number;
}

/** The decisions that wait for their letter and whose letters these pieces are. */
export async function decisionsToldBy(db: Reading, pieces: SentPieces): Promise<readonly ToldDecision[]> {
  return given(db, pieces)
    .innerJoin('audit_letter as l', 'l.id', 'p.audit_letter_id')
    .innerJoin('audit as a', 'a.id', 'l.audit_id')
    .innerJoin('audit_decision as d', (join) =>
      join.onRef('d.id', '=', 'l.decision_id').onRef('d.id', '=', 'a.pending_id'),
    )
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id as audit', 'c.member_id as memberId', 'm.member_no as memberNo', 'c.code'])
    .select(['d.id as decision', 'd.outcome', 'p.position'])
    .orderBy('a.id')
    .execute();
}

/** A step that the mailing of a run took. */
export interface MailedStep extends ToldCase {
  readonly step: number;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly on: CalendarDate;
  /** Where the case stands now, and whether nothing came after the step. */
  readonly state: CaseState;
  readonly last: boolean;
}

/** The steps that the mailing of a run’s sheets took and that were not taken back, oldest first; those of its e-mails stay. */
export async function stepsOfMailing(db: Reading, run: string): Promise<readonly MailedStep[]> {
  const rows = await db.kysely
    .selectFrom('audit_step as s')
    .innerJoin('audit as a', 'a.id', 's.audit_id')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .innerJoin('run_piece as p', (join) =>
      join.onRef('p.run_id', '=', 's.run_id').onRef('p.member_id', '=', 'c.member_id'),
    )
    .select(['a.id as audit', 'c.member_id as memberId', 'm.member_no as memberNo', 'c.code', 'a.state'])
    .select(['s.id as step', 's.from_state', 's.to_state', 's.taken_on'])
    .select((eb) =>
      eb
        .selectFrom('audit_step as n')
        .select((inner) => inner.fn.max('n.id').as('newest'))
        .whereRef('n.audit_id', '=', 's.audit_id')
        .as('newest'),
    )
    .where('s.run_id', '=', run)
    .where('s.undoes', 'is', null)
    .where('p.channel', '=', 'print')
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('audit_step as u').select('u.id').whereRef('u.undoes', '=', 's.id'))),
    )
    .orderBy('s.id')
    .execute();
  return rows.map(({ from_state: from, to_state: to, taken_on: on, newest, ...row }) => ({
    ...row,
    ...{ from, to, on },
    last: newest === row.step,
  }));
}

/** A case that a notice which did not arrive had made “Notice sent”, and the step that did. */
export interface UntoldCase extends ToldCase {
  readonly step: number;
  /** The day of that step. */
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly value: string | null;
}

/**
 * The cases that still wait for an answer to an audit notice that failed. Where the e-mail beside a sheet that came back was taken by the
 * mail server, the member has been told.
 */
export async function untoldBy(
  db: Reading,
  piece: { readonly run: string; readonly position: number },
): Promise<readonly UntoldCase[]> {
  return noticeSteps(db, piece)
    .select(['s.taken_on as on', 's.due_on as dueOn', 's.value'])
    .whereRef('s.run_id', '=', 'g.run_id')
    .where('g.failed', 'is not', null)
    .where('a.state', '=', 'notice-sent')
    .where('s.to_state', '=', 'notice-sent')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('email_message as e')
            .select('e.id')
            .whereRef('e.run_id', '=', 'g.run_id')
            .whereRef('e.position', '=', 'g.position')
            .where('e.state', '=', 'sent'),
        ),
      ),
    )
    .execute();
}

/**
 * The cases that a notice which was noted as failed had led back, and that wait for one still, also where a later one failed in its turn;
 * with the step to “Notice sent” as it was.
 */
export async function ledBackBy(
  db: Reading,
  piece: { readonly run: string; readonly position: number },
): Promise<readonly UntoldCase[]> {
  return noticeSteps(db, piece)
    .innerJoin('audit_step as b', (join) =>
      join.on((eb) =>
        eb(
          'b.id',
          '=',
          eb
            .selectFrom('audit_step as t')
            .select((inner) => inner.fn.max('t.id').as('newest'))
            .whereRef('t.audit_id', '=', 'a.id')
            .whereRef('t.run_id', '=', 'g.run_id')
            .where('t.to_state', '=', 'notice-sent'),
        ),
      ),
    )
    .innerJoin('run as r', 'r.id', 'g.run_id')
    .select(['b.taken_on as on', 'b.due_on as dueOn', 'b.value'])
    .where('r.mailed_on', 'is not', null)
    .where('a.state', '=', 'selected')
    .where('s.undoes', 'is not', null)
    .execute();
}

/** The cases that a piece tells of, each with its newest step. */
function noticeSteps(db: Reading, { run, position }: { readonly run: string; readonly position: number }) {
  return db.kysely
    .selectFrom('notice_given as g')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.certification_id', '=', 'g.certification_id').onRef('a.selected_on', '=', 'g.for_date'),
    )
    .innerJoin('audit_step as s', 's.audit_id', 'a.id')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id as audit', 'c.member_id as memberId', 'm.member_no as memberNo', 'c.code', 's.id as step'])
    .where('g.run_id', '=', run)
    .where('g.position', '=', position)
    .where((eb) =>
      eb(
        's.id',
        '=',
        eb
          .selectFrom('audit_step as n')
          .select((inner) => inner.fn.max('n.id').as('newest'))
          .whereRef('n.audit_id', '=', 'a.id'),
      ),
    )
    .orderBy('a.id');
}

function given(db: Reading, pieces: SentPieces) {
  return db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('notice_given as g', (join) =>
      join.onRef('g.run_id', '=', 'p.run_id').onRef('g.position', '=', 'p.position'),
    )
    .where('p.run_id', '=', pieces.run)
    .where('g.failed', 'is', null)
    .$if('printed' in pieces, (query) => query.where('p.channel', '=', 'print'))
    .$if('printed' in pieces && pieces.printed !== 'all', (query) =>
      query.where('p.position', '=', (pieces as { printed: number }).printed),
    )
    .$if('emailed' in pieces, (query) =>
      query
        .where('p.channel', '=', 'email')
        .where('p.position', '=', (pieces as { emailed: number }).emailed),
    );
}
