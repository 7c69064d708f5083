import { type Chance, chanceOf } from '../../../electron/services/sample/chance.ts';
import {
  type ActivityCategory,
  CERTIFICATION_CODES,
  type CertificationCode,
} from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addDays, addYears, daysBetween } from '../../../shared/util/dates.ts';
import type { Agenda } from './agenda.ts';

/** Someone who holds one certification, and how they are about fees and points. */
export interface Person {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly certifiedOn: CalendarDate;
  readonly chance: Chance;
  readonly pays: Paying;
  readonly earns: Earning;
  /** Where years and cycles are counted from: the certification, or the last recertification. */
  anchor: CalendarDate;
  /** From this year on no fee is paid any more; null = never gives up. */
  readonly stopsIn: number | null;
  /** Activities so far, for their ids. */
  activities: number;
}

const PAYING = [
  { how: 'early', weight: 30 },
  { how: 'on-time', weight: 40 },
  { how: 'late', weight: 20 },
  { how: 'partial', weight: 6 },
  { how: 'never', weight: 4 },
] as const;
const EARNING = [
  { how: 'enough', weight: 62 },
  { how: 'attests', weight: 18 },
  { how: 'late', weight: 8 },
  { how: 'short', weight: 12 },
] as const;
type Paying = (typeof PAYING)[number]['how'];
type Earning = (typeof EARNING)[number]['how'];

/** Everyone of the office, in the order in which they join: three fifths are there at the beginning. */
export function peopleOf(members: number, seed: number, from: CalendarDate, to: CalendarDate): Person[] {
  const days = daysBetween(from, to);
  const people = Array.from({ length: members }, (_, n): Person => {
    const chance = chanceOf(seed, n);
    const before = n < members * 0.6;
    const certifiedOn = !before
      ? addDays(from, chance.whole(0, days))
      : chance.happens(0.08)
        ? addDays('2003-01-01', chance.whole(0, 1094))
        : addDays('2012-01-01', chance.whole(0, 1095));
    return {
      memberNo: String(500_000 + n),
      code: chance.frontOf(CERTIFICATION_CODES),
      certifiedOn,
      chance,
      anchor: certifiedOn,
      pays: chance.weighted(PAYING).how,
      earns: chance.weighted(EARNING).how,
      stopsIn: chance.happens(0.25) ? Number(from.slice(0, 4)) + chance.whole(1, 11) : null,
      activities: 0,
    };
  });
  return people.toSorted((a, b) => (a.certifiedOn < b.certifiedOn ? -1 : 1));
}

/** What a person will pay for the year that starts on an anniversary. @param cents the annual fee */
export function planYear(person: Person, yearStart: CalendarDate, cents: number, agenda: Agenda): void {
  const { chance, memberNo, code, stopsIn } = person;
  // People keep to their ways, mostly.
  const pays = chance.happens(0.85) ? person.pays : chance.weighted(PAYING).how;
  if (stopsIn !== null && Number(yearStart.slice(0, 4)) >= stopsIn) return;
  const pay = (days: number, part: number) =>
    agenda.pay(addDays(yearStart, days), { memberNo, code, cents: part });
  const half = Math.floor(cents / 2);
  if (pays === 'early') pay(-chance.whole(1, 28), cents);
  else if (pays === 'on-time') pay(chance.whole(0, 25), cents);
  else if (pays === 'late') pay(chance.whole(32, 420), cents);
  else if (pays === 'partial') {
    pay(chance.whole(0, 25), half);
    if (chance.happens(0.6)) pay(chance.whole(40, 500), cents - half);
  }
}

/** What a person will do for the points of a cycle. @param required points */
export function planCycle(person: Person, start: CalendarDate, required: number, agenda: Agenda): void {
  const { chance, memberNo, code } = person;
  const earns = chance.happens(0.8) ? person.earns : chance.weighted(EARNING).how;
  const end = addDays(addYears(start, 3), -1);
  const length = daysBetween(start, end);
  const share = earns === 'short' ? 0.5 : earns === 'attests' ? 0.3 : 1.05;
  const pieces = chance.whole(2, 4);
  for (let n = 0; n < pieces; n += 1) {
    const completedOn = addDays(start, chance.whole(0, length));
    // Late ones send what they did only once the cycle is over.
    const told =
      earns === 'late' ? addDays(end, chance.whole(1, 200)) : addDays(completedOn, chance.whole(0, 20));
    earn(person, agenda, told, {
      category: chance.oneOf<ActivityCategory>(['professional-education', 'formal-education', 'authorship']),
      points: Math.ceil((required * share) / pieces),
      completedOn,
    });
  }
  if (chance.happens(0.1)) employment(person, agenda, start);
  if (earns !== 'attests') return;
  const attestedOn = addDays(end, -chance.whole(0, 80));
  agenda.attest(attestedOn, { memberNo, code, cycleStart: start, attestedOn });
}

/** Some claim their work; none of it counts after 2020. */
function employment(person: Person, agenda: Agenda, start: CalendarDate): void {
  const from = addDays(start, person.chance.whole(-200, 200));
  const to = addDays(from, person.chance.whole(100, 900));
  earn(person, agenda, addDays(to, 10), {
    category: 'employment-verification',
    points: 6,
    employedFrom: from,
    employedTo: to,
  });
}

interface Earned {
  readonly category: ActivityCategory;
  readonly points: number;
  readonly completedOn?: CalendarDate;
  readonly employedFrom?: CalendarDate;
  readonly employedTo?: CalendarDate;
}

function earn(person: Person, agenda: Agenda, told: CalendarDate, earned: Earned): void {
  const { category, points, completedOn = '', employedFrom = '', employedTo = '' } = earned;
  person.activities += 1;
  agenda.earn(told, {
    memberNo: person.memberNo,
    externalId: `${person.memberNo}-${person.activities}`,
    category,
    points,
    // One in twelve meets none of the criteria.
    criteria: person.chance
      .oneOf(['job', 'job;knowledge', 'knowledge', 'degree', 'job', 'knowledge'])
      .repeat(person.chance.happens(1 / 12) ? 0 : 1),
    completedOn,
    employedFrom,
    employedTo,
  });
}
