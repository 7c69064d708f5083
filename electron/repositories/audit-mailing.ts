import type { CaseState } from '../../shared/domain/audit-steps.ts';
import type { AuditOutcome, CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';

/** Which pieces of a run: those that are printed, or the one at a position that is e-mailed. */
export type SentPieces = { readonly run: string } & (
  | { readonly printed: true }
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

function given(db: Reading, pieces: SentPieces) {
  return db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('notice_given as g', (join) =>
      join.onRef('g.run_id', '=', 'p.run_id').onRef('g.position', '=', 'p.position'),
    )
    .where('p.run_id', '=', pieces.run)
    .where('g.failed', 'is', null)
    .$if('printed' in pieces, (query) => query.where('p.channel', '=', 'print'))
    .$if('emailed' in pieces, (query) =>
      query
        .where('p.channel', '=', 'email')
        .where('p.position', '=', (pieces as { emailed: number }).emailed),
    );
}
