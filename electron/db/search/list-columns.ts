import type BetterSqlite3 from 'better-sqlite3';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { type Attention, STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';
import { dateKey, monthOf } from '../../../shared/util/dates.ts';
import { statement } from './statements.ts';

/** What the members list keeps of a member's certifications, as `member_list` has it. */
export interface ListColumns {
  active: number;
  due: number;
  past_due: number;
  lapsed: number;
  unknown: number;
  months: number;
  attention: number;
  status_order: number;
  next_due_order: number;
  owed_cents: number;
  points_outstanding: number;
  cycle_end_order: number;
}

/** Sorts after every date and status: not known yet, or nothing to show. */
export const UNKNOWN_DATE = 99_999_999;
export const UNKNOWN_STATUS = 9;

/** The column of `member_list` that holds the codes with a status. */
export const STATUS_COLUMNS = {
  active: 'active',
  due: 'due',
  'past-due': 'past_due',
  lapsed: 'lapsed',
} as const satisfies Record<StandingStatus, keyof ListColumns>;

export const ATTENTION_BITS: Readonly<Record<Attention, number>> = {
  'points-outstanding': 1,
  'audit-open': 2,
  'roll-blocked': 4,
};

export function codeBit(code: CertificationCode): number {
  return 1 << CERTIFICATION_CODES.indexOf(code);
}

/** `month` from 1 to 12. */
export function monthBit(month: number): number {
  return 1 << (month - 1);
}

/** A certification with where it stood when last evaluated; the standing's columns are null before that. */
export interface ListedCertification {
  readonly member_id: number;
  readonly code: CertificationCode;
  readonly since: CalendarDate;
  readonly status: StandingStatus | null;
  readonly next_due_on: CalendarDate;
  readonly owed_cents: number;
  readonly points_outstanding: number;
  readonly cycle_end: CalendarDate;
  readonly points_attention: number;
  readonly audit_open: number;
  readonly roll_blocked: number;
}

const LISTED = /* sql */ `
SELECT c.member_id, c.code, coalesce(c.recertified_on, c.certified_on) AS since, s.status, s.next_due_on, s.owed_cents,
  s.points_outstanding, s.cycle_end, s.points_attention, s.audit_open, s.roll_blocked
FROM certification c LEFT JOIN standing s ON s.certification_id = c.id`;

/** Every certification of the office, by member. */
export function allListedCertifications(
  sqlite: BetterSqlite3.Database,
): IterableIterator<ListedCertification> {
  return statement<[], ListedCertification>(sqlite, `${LISTED} ORDER BY c.member_id`).iterate();
}

/** The certifications of one member. */
export function listedCertificationsOf(
  sqlite: BetterSqlite3.Database,
  memberId: number,
): readonly ListedCertification[] {
  return statement<[number], ListedCertification>(sqlite, `${LISTED} WHERE c.member_id = ?`).all(memberId);
}

export function noColumns(): ListColumns {
  return {
    active: 0,
    due: 0,
    past_due: 0,
    lapsed: 0,
    unknown: 0,
    months: 0,
    attention: 0,
    status_order: UNKNOWN_STATUS,
    next_due_order: UNKNOWN_DATE,
    owed_cents: 0,
    points_outstanding: 0,
    cycle_end_order: UNKNOWN_DATE,
  };
}

/** Adds one certification: the worst status, the earliest dates, what is owed together, the most points still to go. */
export function addCertification(columns: ListColumns, certification: ListedCertification): void {
  const bit = codeBit(certification.code);
  columns.months |= monthBit(monthOf(certification.since));
  if (certification.status === null) {
    columns.unknown |= bit;
    return;
  }
  columns[STATUS_COLUMNS[certification.status]] |= bit;
  columns.attention |=
    certification.points_attention * ATTENTION_BITS['points-outstanding'] +
    certification.audit_open * ATTENTION_BITS['audit-open'] +
    certification.roll_blocked * ATTENTION_BITS['roll-blocked'];
  const badness = STANDING_STATUSES.indexOf(certification.status);
  if (columns.status_order === UNKNOWN_STATUS || badness > columns.status_order)
    columns.status_order = badness;
  columns.next_due_order = Math.min(columns.next_due_order, dateKey(certification.next_due_on));
  columns.owed_cents += certification.owed_cents;
  columns.points_outstanding = Math.max(columns.points_outstanding, certification.points_outstanding);
  columns.cycle_end_order = Math.min(columns.cycle_end_order, dateKey(certification.cycle_end));
}
