import type BetterSqlite3 from 'better-sqlite3';
import { type Random, random } from './random.ts';

/** What someone types, letter by letter, to find one member. */
export interface Typed {
  readonly memberNo: string;
  readonly text: string;
  readonly kind: string;
}

interface Sought {
  readonly member_no: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string;
  readonly zip: string;
  readonly certificate_no: string;
}

type Writing = readonly [kind: string, write: (member: Sought, chance: Random) => string];

/** How people look someone up, the common ways more than once. */
const WRITINGS: readonly [Writing, ...Writing[]] = [
  ['first last', (m) => `${m.first_name} ${m.last_name}`],
  ['first last', (m) => `${m.first_name} ${m.last_name}`.toLowerCase()],
  ['last first', (m) => `${m.last_name} ${m.first_name}`],
  ['last first', (m) => `${m.last_name}, ${m.first_name}`],
  ['last and zip', (m) => `${m.last_name} ${m.zip}`],
  ['part of a name', (m, chance) => `${inner(m.last_name, chance)} ${m.first_name}`],
  ['member number', (m) => m.member_no],
  ['certificate', (m) => m.certificate_no],
  ['phone', (m) => m.phone],
  ['phone', (m) => m.phone.replace(/^(\d{3})-(\d{3})-/, '($1) $2 ')],
  ['email', (m) => m.email],
];

/** The same sequences for the same office: `count` members, each looked up one way. */
export function typedSequences(sqlite: BetterSqlite3.Database, count: number): readonly Typed[] {
  const chance = random(2026);
  const members = sqlite.prepare<[number], Sought>(
    `SELECT m.member_no, m.first_name, m.last_name, m.email, m.phone, a.zip,
       (SELECT certificate_no FROM certification c WHERE c.member_id = m.id LIMIT 1) AS certificate_no
     FROM member m INNER JOIN postal_address a ON a.member_id = m.id WHERE m.id = ?`,
  );
  const total = sqlite.prepare<[], number>('SELECT max(id) FROM member').pluck().get() ?? 0;
  const typed: Typed[] = [];
  while (typed.length < count) {
    const member = members.get(1 + chance.below(total));
    const [kind, write] = chance.pick(WRITINGS);
    const text = member === undefined ? '' : write(member, chance);
    if (member !== undefined && text.length >= 5) typed.push({ memberNo: member.member_no, text, kind });
  }
  return typed;
}

/** The same texts with one typing error each, anywhere in them. */
export function withTypos(typed: readonly Typed[]): readonly Typed[] {
  const chance = random(99);
  return typed.map((one) => ({ ...one, text: withTypo(one.text, chance) }));
}

function inner(name: string, chance: Random): string {
  return name.length < 7 ? name : name.slice(1 + chance.below(name.length - 6));
}

function withTypo(text: string, chance: Random): string {
  for (;;) {
    const letters = [...text];
    const at = chance.below(letters.length);
    const letter = letters[at] ?? '';
    const other = /\d/.test(letter)
      ? String(chance.below(10))
      : String.fromCharCode('a'.charCodeAt(0) + chance.below(26));
    switch (chance.below(4)) {
      case 0:
        letters[at] = other;
        break;
      case 1:
        letters.splice(at, 0, other);
        break;
      case 2:
        letters.splice(at, 1);
        break;
      default:
        letters.splice(at, 2, letters[at + 1] ?? '', letter);
    }
    const wrong = letters.join('');
    if (wrong !== text) return wrong;
  }
}
