import { foldText } from '../../../shared/util/fold.ts';
import { remembered } from '../../../shared/util/remembered.ts';
import { foldEmail, foldNumber, phoneDigits, searchedWords } from './words.ts';

/** What the search tables are made from: a member with the current address, columns in the order of SOURCE. */
export type SourceRow = readonly [
  id: number,
  sortName: string,
  memberNo: string,
  firstName: string,
  middleName: string,
  lastName: string,
  suffix: string,
  email: string,
  phone: string,
  city: string | null,
  state: string | null,
  zip: string | null,
];

export const SOURCE = /* sql */ `
SELECT m.id, m.sort_name, m.member_no, m.first_name, m.middle_name, m.last_name, m.suffix, m.email, m.phone,
  a.city, a.state, a.zip
FROM member m LEFT JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL`;

/** The same of one member. SQLite would prepare the text anew for each id that it saw bare; behind a sign it does not look. */
export const SOURCE_OF = `${SOURCE} WHERE m.id = +?`;

export const SEARCH_COLUMNS = [
  'position',
  'member_id',
  'number',
  'phone',
  'email',
  'city',
  'state',
  'zip',
] as const;

export const SEARCH_INSERT = 'INSERT INTO member_search VALUES (?, ?, ?, ?, ?, ?, ?, ?)';

/** A row of `member_search`. */
export type SearchRow = [
  position: number,
  memberId: number,
  number: string,
  phone: string,
  email: string,
  city: string,
  state: string,
  zip: string,
];

export function searchRow(position: number, row: SourceRow): SearchRow {
  const [id, , memberNo, , , , , email, phone, city, state, zip] = row;
  return [
    position,
    id,
    foldNumber(memberNo),
    phoneDigits(phone),
    foldEmail(email),
    foldPlace(city ?? ''),
    (state ?? '').toUpperCase(),
    foldNumber(zip ?? ''),
  ];
}

const foldPlace = remembered(foldText);

/** What `member_words` holds of the member. */
export function wordsOf([, , , first, middle, last, suffix, email]: SourceRow): string {
  return searchedWords({ first, middle, last, suffix }, email);
}
