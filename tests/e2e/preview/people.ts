import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import type { MemberRow } from '../../../shared/domain/members-list.ts';
import { STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';

const FIRST =
  'Rosa,James,Aaliyah,Łukasz,Maria,Chidi,Siobhán,Dwayne,Nguyệt,Ana-Sofía,Peter,Zoë,Malik,Grace,Renée'.split(
    ',',
  );
const LAST =
  'Featherstonehaugh,O’Brien,García Márquez,Nguyễn,Smith,Wójcik,De La Cruz,Okafor,St. John,Van der Berg,Patel,Łoś,Washington,Björk,Kowalczyk-Hernández'.split(
    ',',
  );
const PLACES = [
  ['Rosemont', 'IL', '60018'],
  ['Austin', 'TX', '78701'],
  ['San Luis Obispo', 'CA', '93401'],
  ['Albany', 'NY', '12207'],
  ['Sault Ste. Marie', 'MI', '49783'],
  ['APO', 'AE', '09354'],
] as const;

/** The same `count` made-up members every time. */
export function people(count: number): MemberRow[] {
  return Array.from({ length: count }, (_, index) => person(index));
}

function person(index: number): MemberRow {
  const pick = <T>(list: readonly T[], salt: number): T => {
    const value = list[Math.abs(Math.imul(index + 1, salt) >> 3) % list.length];
    if (value === undefined) throw new Error('an empty list');
    return value;
  };
  const [city, state, zip] = pick(PLACES, 48271);
  const statusOf = (salt: number): StandingStatus =>
    Math.abs(Math.imul(index + 3, salt) >> 4) % 10 < 6 ? 'active' : pick(STANDING_STATUSES, salt);
  const certifications = Array.from({ length: index % 9 === 0 ? 3 : index % 4 === 0 ? 2 : 1 }, (_, n) => ({
    code: CERTIFICATION_CODES[(index * 7 + n * 3) % 10] ?? 'RMA',
    status: statusOf(7919 + n * 31),
  }));
  const worst = STANDING_STATUSES.findLast((status) => certifications.some((one) => one.status === status));
  const last = pick(LAST, 104729);
  const first = pick(FIRST, 15485863);
  return {
    memberNo: String(700_412 + index),
    name: `${last}, ${first} ${'ABCDEFGHJKLM'[index % 12]}.`,
    city,
    state,
    zip,
    email: `${first.toLowerCase()}.${last.toLowerCase().replace(/\W/g, '')}@example.org`,
    phone: `847-555-${String(index % 10_000).padStart(4, '0')}`,
    deceased: index % 211 === 7,
    certifications,
    status: worst ?? null,
    nextDueOn: `2027-${String((index % 12) + 1).padStart(2, '0')}-28`,
    owedCents: worst === 'active' ? 0 : ((index % 4) + 1) * 5000,
    pointsOutstanding: index % 3 === 0 ? (index * 7) % 45 : 0,
    cycleEnd: `202${7 + (index % 3)}-0${(index % 9) + 1}-14`,
  };
}
