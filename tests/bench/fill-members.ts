import type BetterSqlite3 from 'better-sqlite3';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import { STANDING_STATUSES } from '../../shared/domain/standing.ts';
import { addDays } from '../../shared/util/dates.ts';
import { foldText } from '../../shared/util/fold.ts';
import { FIRST_NAMES, LAST_NAMES, RARE_LAST_NAMES } from './names.ts';
import { type Random, random } from './random.ts';

type City = readonly [name: string, state: string, zip: number];

const CITIES: readonly [City, ...City[]] = [
  ['Rosemont', 'IL', 600],
  ['Houston', 'TX', 770],
  ['Springfield', 'MO', 658],
  ['Portland', 'OR', 972],
  ['Tampa', 'FL', 336],
  ['Boston', 'MA', 21],
  ['San José', 'CA', 951],
  ['Columbus', 'OH', 432],
  ['Buffalo', 'NY', 142],
  ['Mesa', 'AZ', 852],
];

/**
 * Fills an empty database with members, addresses, certifications and standings: only what lookups and lists read, the same for
 * the same count. Follow it with `rebuildSearch`.
 */
export function fillMembers(sqlite: BetterSqlite3.Database, count: number): void {
  const chance = random(42);
  const member = sqlite.prepare(
    `INSERT INTO member (id, member_no, first_name, middle_name, last_name, suffix, sort_name, email, phone, deceased_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const address = sqlite.prepare(
    `INSERT INTO postal_address (member_id, address1, city, state, zip, valid_from) VALUES (?, ?, ?, ?, ?, '2010-01-01')`,
  );
  const certify = certifier(sqlite, chance);
  sqlite.transaction(() => {
    for (let id = 1; id <= count; id++) {
      const name = person(chance);
      const [city, state, zip] = chance.pick(CITIES);
      member.run(
        id,
        String(700_000 + id),
        name.first,
        name.middle,
        name.last,
        name.suffix,
        foldText(`${name.last} ${name.first} ${name.middle} ${name.suffix}`),
        chance.next() < 0.9 ? emailOf(name, chance) : '',
        chance.next() < 0.95 ? phone(chance) : '',
        chance.next() < 0.01 ? '2020-02-02' : null,
      );
      address.run(
        id,
        `${1 + chance.below(9999)} Elm St`,
        `${city}${chance.below(40) === 0 ? ' Heights' : ''}`,
        state,
        `${String(zip + chance.below(20)).padStart(3, '0')}${String(chance.below(100)).padStart(2, '0')}`,
      );
      certify(id);
    }
  })();
}

interface Person {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly suffix: string;
}

function person(chance: Random): Person {
  return {
    first: chance.pick(FIRST_NAMES, 1.3),
    middle: chance.next() < 0.4 ? chance.pick(FIRST_NAMES) : '',
    last: chance.next() < 0.5 ? chance.pick(LAST_NAMES, 1.5) : chance.pick(RARE_LAST_NAMES),
    suffix: chance.next() < 0.03 ? 'Jr.' : '',
  };
}

function emailOf({ first, last }: Person, chance: Random): string {
  const plain = (text: string) => foldText(text).replaceAll(' ', '');
  const domain = chance.pick(['gmail.com', 'yahoo.com', 'mercy-hospital.org', 'outlook.com', 'stlukes.edu']);
  return `${plain(first)}.${plain(last)}${chance.below(3) === 0 ? '' : chance.below(1000)}@${domain}`;
}

function phone(chance: Random): string {
  const digits = (count: number) => String(10 ** (count - 1) + chance.below(9 * 10 ** (count - 1)));
  return `${digits(3)}-${digits(3)}-${digits(4)}`;
}

const TODAY = '2026-11-22';

/** Gives a member one to three certifications with where they stand; a few were never evaluated. */
function certifier(sqlite: BetterSqlite3.Database, chance: Random): (memberId: number) => void {
  const certification = sqlite.prepare(
    'INSERT INTO certification (id, member_id, code, certified_on, certificate_no) VALUES (?, ?, ?, ?, ?)',
  );
  const standing = sqlite.prepare(
    `INSERT INTO standing VALUES (?, ?, ?, 1, '2024-01-01', ?, 30, 10, ?, 0, ?, ?, NULL, NULL, NULL, 0, ?, ?, ?)`,
  );
  return (memberId) => {
    const held = chance.next() < 0.7 ? 1 : 2 + chance.below(2);
    const first = chance.below(CERTIFICATION_CODES.length);
    for (let nth = 0; nth < held; nth++) {
      const id = memberId * 10 + nth;
      const code = CERTIFICATION_CODES[(first + nth * 3) % CERTIFICATION_CODES.length] ?? 'RMA';
      const certifiedOn = addDays('1990-01-01', chance.below(13_000));
      certification.run(id, memberId, code, certifiedOn, `${code}-${String(id).padStart(7, '0')}`);
      if (chance.next() < 0.02) continue;
      const status = chance.pick(STANDING_STATUSES, 2);
      standing.run(
        id,
        TODAY,
        status,
        addDays(TODAY, chance.below(1000)),
        chance.below(31),
        addDays(TODAY, chance.below(365)),
        status === 'active' ? 0 : 5000 * (1 + chance.below(3)),
        chance.below(10) === 0 ? 1 : 0,
        chance.below(50) === 0 ? 1 : 0,
        chance.below(50) === 0 ? 1 : 0,
      );
    }
  };
}
