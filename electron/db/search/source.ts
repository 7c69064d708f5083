import { foldText } from '../../../shared/util/fold.ts';
import { foldEmail, foldNumber, numberOrder, phoneDigits, searchedWords } from './words.ts';

/** What the search tables are made from: a member with the current address. */
export interface SourceRow {
  readonly id: number;
  readonly member_no: string;
  readonly first_name: string;
  readonly middle_name: string;
  readonly last_name: string;
  readonly suffix: string;
  readonly sort_name: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
}

export const SOURCE = /* sql */ `
SELECT m.id, m.member_no, m.first_name, m.middle_name, m.last_name, m.suffix, m.sort_name, m.email, m.phone,
  a.city, a.state, a.zip
FROM member m LEFT JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL`;

/** Sorts after every letter and digit: a field that is empty. */
const EMPTY_LAST = '\u{10ffff}';

/** What `member_search` holds of a member: `[number, phone, email, zip]`. */
export function searchColumns(row: SourceRow): [string, string, string, string] {
  return [foldNumber(row.member_no), phoneDigits(row.phone), foldEmail(row.email), foldNumber(row.zip ?? '')];
}

export function wordsOf(row: SourceRow): string {
  return searchedWords(
    { first: row.first_name, middle: row.middle_name, last: row.last_name, suffix: row.suffix },
    row.email,
  );
}

/** How a member sorts in the list: `[number, city, state, zip]`. */
export function orderColumns(row: SourceRow): [string, string, string, string] {
  return [
    numberOrder(row.member_no),
    foldText(row.city ?? '') || EMPTY_LAST,
    (row.state ?? '').toUpperCase() || EMPTY_LAST,
    foldNumber(row.zip ?? '') || EMPTY_LAST,
  ];
}
