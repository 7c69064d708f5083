import { sql } from 'kysely';
import type {
  AuditLetterKind,
  CaseLetter,
  LetterState,
  WaitingLetter,
} from '../../shared/domain/audit-letters.ts';
import type { EmailState } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { displayDate } from '../../shared/util/dates.ts';
import type { Reading } from '../db/reading.ts';
import { fullName } from './facts.ts';

/** The letters of a case, oldest first. */
export async function lettersOfCase(db: Reading, audit: number): Promise<readonly CaseLetter[]> {
  const rows = await letters(db).where('l.audit_id', '=', audit).execute();
  return rows.map(letterOf);
}

/** A letter with what it is kept under and what asked for it. */
export interface LetterToWrite extends WaitingLetter {
  readonly memberId: number;
  readonly certificationId: number;
  /** The step that asked for it, or else the decision. */
  readonly stepId: number | null;
  readonly decisionId: number | null;
}

/** The letters that did not go out and were not dropped, those of one kind where it is named; oldest first. */
export async function lettersNotSent(
  db: Reading,
  kind: AuditLetterKind | null,
): Promise<readonly LetterToWrite[]> {
  const rows = await letters(db)
    .where('d.letter_id', 'is', null)
    .where((eb) =>
      eb.or([eb('r.mailed_on', 'is', null), eb('p.channel', '<>', 'print'), eb('g.failed', 'is not', null)]),
    )
    .where((eb) =>
      eb.or([eb('e.state', 'is', null), eb('p.channel', '<>', 'email'), eb('e.state', '<>', 'sent')]),
    )
    .$if(kind !== null, (query) => query.where('l.kind', '=', kind as AuditLetterKind))
    .execute();
  return rows.map((row) => ({
    ...letterOf(row),
    audit: row.audit_id,
    memberNo: row.member_no,
    memberName: fullName(row),
    code: row.code,
    cycleStart: row.cycle_start,
    memberId: row.member_id,
    certificationId: row.certification_id,
    stepId: row.step_id,
    decisionId: row.decision_id,
  }));
}

/** Whether a run prepared now would take a letter in that state. */
export function isToPrepare(state: LetterState): boolean {
  return state === 'waiting' || state === 'held' || state === 'failed';
}

/** Each letter with its newest piece; one that holds goes before those that were held or failed since, such as while it was thought to have come back. */
function letters(db: Reading) {
  return db.kysely
    .selectFrom('audit_letter as l')
    .innerJoin('audit as a', 'a.id', 'l.audit_id')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('audit_letter_dropped as d', 'd.letter_id', 'l.id')
    .leftJoin('run_piece as p', (join) =>
      join.onRef('p.audit_letter_id', '=', 'l.id').on((eb) =>
        eb(
          'p.run_id',
          '=',
          // A piece without its run is one of a preparation that was cut off.
          eb
            .selectFrom('run_piece as q')
            .innerJoin('run as s', 's.id', 'q.run_id')
            .leftJoin('notice_given as h', (given) =>
              given.onRef('h.run_id', '=', 'q.run_id').onRef('h.position', '=', 'q.position'),
            )
            .select('q.run_id')
            .whereRef('q.audit_letter_id', '=', 'l.id')
            .orderBy(sql`q.channel <> 'held' AND h.failed IS NULL`, 'desc')
            .orderBy('s.prepared_on', 'desc')
            .orderBy((order) => order.fn('length', ['s.id']), 'desc')
            .orderBy('s.id', 'desc')
            .limit(1),
        ),
      ),
    )
    .leftJoin('run as r', 'r.id', 'p.run_id')
    .leftJoin('notice_given as g', (join) =>
      join.onRef('g.run_id', '=', 'p.run_id').onRef('g.position', '=', 'p.position'),
    )
    .leftJoin('email_message as e', (join) =>
      join.onRef('e.run_id', '=', 'p.run_id').onRef('e.position', '=', 'p.position'),
    )
    .select(['l.id', 'l.audit_id', 'l.kind', 'l.step_id', 'l.decision_id', 'l.asked_on'])
    .select(['d.reason as dropped', 'p.run_id', 'p.channel', 'p.held_reason', 'p.held_detail'])
    .select(['r.printed_on', 'r.mailed_on', 'g.failed', 'g.failed_on', 'e.state as email', 'e.settled_at'])
    .select(['a.certification_id', 'a.cycle_start', 'c.code', 'c.member_id', 'm.member_no'])
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .orderBy('l.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>;

function letterOf(row: Row): CaseLetter {
  const { state, detail } = whereItIs(row);
  return {
    letter: row.id,
    kind: row.kind,
    askedOn: row.asked_on,
    state,
    run: row.run_id,
    heldReason: row.held_reason,
    detail,
    sentOn: state === 'sent' ? sentOn(row) : null,
  };
}

function whereItIs(row: Row): { readonly state: LetterState; readonly detail: string } {
  if (row.dropped !== null) return { state: 'dropped', detail: row.dropped };
  if (row.run_id === null) return { state: 'waiting', detail: '' };
  if (row.channel === 'held') return { state: 'held', detail: row.held_detail ?? row.held_reason ?? '' };
  if (row.failed !== null) return { state: 'failed', detail: failedText(row.failed, row.failed_on) };
  if (row.channel === 'email') {
    if (row.email === 'sent') return { state: 'sent', detail: '' };
    return { state: 'prepared', detail: emailText(row.email) };
  }
  if (row.mailed_on !== null) return { state: 'sent', detail: '' };
  return { state: row.printed_on === null ? 'prepared' : 'printed', detail: '' };
}

function sentOn({ channel, mailed_on: mailedOn, settled_at: settledAt }: Row): CalendarDate | null {
  return channel === 'email' ? (settledAt?.slice(0, 10) ?? null) : mailedOn;
}

function failedText(failed: NonNullable<Row['failed']>, on: CalendarDate | null): string {
  const day = on === null ? '' : ` on ${displayDate(on)}`;
  switch (failed) {
    case 'bounced':
      return `The e-mail bounced${day}.`;
    case 'refused':
      return `The mail server refused the e-mail${day}.`;
    case 'returned':
      return `The letter came back${day}.`;
    case 'spoiled':
      return `The sheet was spoiled${day}.`;
  }
}

function emailText(email: EmailState | null): string {
  if (email === 'unknown' || email === 'handing-over') return 'Whether the e-mail arrived is not known.';
  return 'The e-mail is not sent yet.';
}
