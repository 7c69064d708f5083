import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWritable, type WritableDatabase } from '../../../electron/db/connection.ts';
import { foldText } from '../../../shared/util/fold.ts';

/** A member as the tests write one down; everything but the names may be left out. */
export interface Person {
  readonly no: string;
  readonly first: string;
  readonly middle?: string;
  readonly last: string;
  readonly suffix?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly certificate?: string;
}

/** An empty office database in a folder of its own; `close` removes both. */
export function emptyOffice(): { readonly db: WritableDatabase; readonly file: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'standing-search-'));
  const file = join(folder, 'office.db');
  const db = openWritable(file);
  return {
    db,
    file,
    close() {
      db.sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds a member with a current address and, where a certificate is named, an RMA certification. @returns the member's id */
export function addPerson({ sqlite }: WritableDatabase, person: Person): number {
  const { no, first, middle = '', last, suffix = '', email = '', phone = '' } = person;
  const sortName = foldText(`${last} ${first} ${middle} ${suffix}`);
  const { lastInsertRowid } = sqlite
    .prepare(
      `INSERT INTO member (member_no, first_name, middle_name, last_name, suffix, sort_name, email, phone)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(no, first, middle, last, suffix, sortName, email, phone);
  const id = Number(lastInsertRowid);
  sqlite
    .prepare(
      `INSERT INTO postal_address (member_id, address1, city, state, zip, valid_from) VALUES (?, '1 Elm St', ?, ?, ?, '2020-01-01')`,
    )
    .run(id, person.city ?? '', person.state ?? '', person.zip ?? '');
  if (person.certificate !== undefined) {
    sqlite
      .prepare(
        `INSERT INTO certification (member_id, code, certified_on, certificate_no) VALUES (?, 'RMA', '2019-05-01', ?)`,
      )
      .run(id, person.certificate);
  }
  return id;
}

/** The members whom the lookup tests look for. */
export const PEOPLE: readonly Person[] = [
  {
    no: '700412',
    first: 'Rosa',
    middle: 'M.',
    last: 'Featherstonehaugh',
    email: 'rosa.feather@mercy-hospital.org',
    phone: '(847) 823-5169',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    certificate: 'RMA-0012345',
  },
  {
    no: '700413',
    first: 'José',
    last: 'Núñez',
    email: 'jnunez@gmail.com',
    phone: '1-312-555-0142',
    zip: '60614',
  },
  { no: '700414', first: 'Maeve', last: 'O’Brien', phone: '2175550143', zip: '60018-1234' },
  { no: '700415', first: 'Anne-Marie', last: 'Smith-Jones', phone: '+1 217 555 0199' },
  { no: '700416', first: 'Jonathan', last: 'Smith', zip: '60018' },
  { no: '700417', first: 'Smith', last: 'Jonas' },
  { no: '700418', first: 'Ann', last: 'Lee', zip: '94110' },
  { no: '700419', first: 'Anna', last: 'Leeds' },
  { no: '700420', first: 'Ronald', last: 'McDonald', suffix: 'Jr.' },
  { no: '700421', first: 'Søren', last: 'Łukasiewicz' },
  { no: '700422', first: 'Pedro', last: 'De La Cruz' },
  { no: '700423', first: 'Hans', last: 'Vanderberg', email: 'the_smith+work@stlukes.edu' },
  { no: '70', first: 'Ida', last: 'Zwick', certificate: '700499' },
  { no: 'A-1001', first: 'Олена', last: 'Шевченко' },
];
