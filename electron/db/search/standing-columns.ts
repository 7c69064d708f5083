import type BetterSqlite3 from 'better-sqlite3';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import { type Attention, STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';
import { statement } from './statements.ts';
import { noteChanged } from './under-way.ts';

/** Sorts after every date and status: not known yet, or nothing to show. */
export const UNKNOWN_DATE = 99_999_999;
export const UNKNOWN_STATUS = 9;

/** The column of `member_standing` that holds the codes with a status. */
export const STATUS_COLUMNS = {
  active: 'active',
  due: 'due',
  'past-due': 'past_due',
  lapsed: 'lapsed',
} as const satisfies Record<StandingStatus, string>;

export const ATTENTION_BITS: Readonly<Record<Attention, number>> = {
  'points-outstanding': 1,
  'audit-open': 2,
  'roll-blocked': 4,
};

/** The column of `standing` that says whether something needs attention. */
export const ATTENTION_COLUMNS = {
  'points-outstanding': 'points_attention',
  'audit-open': 'audit_open',
  'roll-blocked': 'roll_blocked',
} as const satisfies Record<Attention, string>;

export function codeBit(code: CertificationCode): number {
  return 1 << CERTIFICATION_CODES.indexOf(code);
}

/** Four bits a month hold how many certifications, at most ten, have their anniversary in it. */
const MONTH_BITS = 4;

/** SQL that is true of a row of `member_standing` with an anniversary in the month, 1 to 12. */
export function hasMonth(column: string, month: number): string {
  return `((${column} >> ${MONTH_BITS * (month - 1)}) & ${2 ** MONTH_BITS - 1}) <> 0`;
}

/** The month of a certification's anniversary, 1 to 12, as SQL over `certification c`. */
export const ANNIVERSARY_MONTH = 'CAST(substr(coalesce(c.recertified_on, c.certified_on), 6, 2) AS INTEGER)';

const CODE_BIT = `CASE c.code ${CERTIFICATION_CODES.map((code) => `WHEN '${code}' THEN ${codeBit(code)}`).join(' ')} END`;
const BADNESS = `CASE t.status ${STANDING_STATUSES.map((status, rank) => `WHEN '${status}' THEN ${rank}`).join(' ')} END`;

function codesWith(status: StandingStatus): string {
  return `coalesce(sum(CASE t.status WHEN '${status}' THEN ${CODE_BIT} END), 0)`;
}

function dateOrder(column: string): string {
  return `coalesce(CAST(replace(min(t.${column}), '-', '') AS INTEGER), ${UNKNOWN_DATE})`;
}

/** A member has each code once, so the sum of its bits is their union. */
const COLUMNS = /* sql */ `
SELECT s.position, s.member_id,
  ${STANDING_STATUSES.map(codesWith).join(',\n  ')},
  coalesce(sum(CASE WHEN t.status IS NULL THEN ${CODE_BIT} END), 0),
  coalesce(sum(1 << (${MONTH_BITS} * (${ANNIVERSARY_MONTH} - 1))), 0),
  coalesce(max(t.points_attention), 0) + 2 * coalesce(max(t.audit_open), 0) + 4 * coalesce(max(t.roll_blocked), 0),
  coalesce(max(${BADNESS}), ${UNKNOWN_STATUS}),
  ${dateOrder('next_due_on')},
  coalesce(sum(t.owed_cents), 0),
  coalesce(max(t.points_outstanding), 0),
  ${dateOrder('cycle_end')}
FROM member_search s
LEFT JOIN certification c ON c.member_id = s.member_id
LEFT JOIN standing t ON t.certification_id = c.id`;

/**
 * Fills the rows of the next table for a range of positions: the worst status, the earliest dates, what is owed together,
 * the most points to go.
 */
export function fillStandingColumns(
  sqlite: BetterSqlite3.Database,
  after: number,
  through: number,
  next: (table: string) => string,
): void {
  const columns = COLUMNS.replace('FROM member_search', `FROM ${next('member_search')}`);
  statement<[number, number], never>(
    sqlite,
    `INSERT INTO ${next('member_standing')} ${columns} WHERE s.position > ? AND s.position <= ? GROUP BY s.position`,
  ).run(after, through);
}

/** Brings some members' rows up to date, all with one statement: its set-up costs more than many rows. */
export function putStandingColumns(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  noteChanged(sqlite, memberIds);
  statement<[string], never>(
    sqlite,
    `INSERT OR REPLACE INTO member_standing ${COLUMNS} WHERE s.member_id IN (SELECT value FROM json_each(?)) GROUP BY s.position`,
  ).run(JSON.stringify(memberIds));
}
