import { type BadgeField, MOST_BADGE_ROWS } from '../../../shared/domain/badges.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import type { BadgeColumn } from './columns.ts';

/** What a badge says, as it goes to Credly. */
export interface BadgeRow {
  readonly template: string;
  readonly email: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly issuedAt: CalendarDate;
  /** Goes along as Credly's “Issuer Earner ID”, by which a changed e-mail still finds its badge. */
  readonly memberNo: string;
}

/** A bulk-issue file: the template's very header, a row a badge; UTF-8, cells that a spreadsheet would calculate neutralised. */
export function badgeFile(columns: readonly BadgeColumn[], rows: readonly BadgeRow[]): string {
  const lines = rows.map((row) => {
    const values = valuesOf(row);
    return csvRow(columns.map(({ field }) => (field === null ? '' : values[field])));
  });
  return [csvRow(columns.map(({ header }) => header)), ...lines].join('');
}

function valuesOf(row: BadgeRow): Readonly<Record<BadgeField, string>> {
  return {
    template: row.template,
    email: row.email,
    'first-name': row.firstName,
    'middle-name': row.middleName,
    'last-name': row.lastName,
    'issued-at': shortDate(row.issuedAt),
    'earner-id': row.memberNo,
  };
}

/** `05/01/19`, Credly's short date. */
export function shortDate(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(2, 4)}`;
}

/** Rows in files of as many as Credly takes. */
export function inFiles<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const files: (readonly Row[])[] = [];
  for (let from = 0; from < rows.length; from += MOST_BADGE_ROWS)
    files.push(rows.slice(from, from + MOST_BADGE_ROWS));
  return files;
}
