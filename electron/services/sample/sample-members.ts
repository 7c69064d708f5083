import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addDays, daysBetween } from '../../../shared/util/dates.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Character, characterPerson, roster } from './characters/roster.ts';
import type { CertificationCourse } from './course.ts';
import { courseByChance } from './course-by-chance.ts';
import { memberNumbers } from './numbers.ts';
import { type Person, personByChance } from './person.ts';
import type { SampleBook } from './sample-book.ts';

/** One sample member: who it is and what happened with each certification. */
export interface SampleMember {
  readonly memberNo: string;
  readonly person: Person;
  readonly courses: readonly CertificationCourse[];
  /** Goes on where the member's own chances stopped. */
  readonly chance: Chance;
}

/** First the fixed roster of exceptions, then people by chance. The nth member is the same however many there are. */
export function sampleMembers(
  book: SampleBook,
  seed: number,
  asOf: CalendarDate,
): (index: number) => SampleMember {
  const fixed = roster(asOf);
  const numbers = memberNumbers(seed);
  return (index) => {
    const chance = chanceOf(seed, index);
    const character = fixed[index];
    if (character !== undefined) return memberOf(character, index, book, asOf, chance);
    const courses = coursesByChance(asOf, chance);
    const person = personByChance(book, chance, firstDate(courses), asOf);
    return { memberNo: String(numbers.nth(index)), person, courses, chance };
  };
}

/** Rosa M. Featherstonehaugh, the first of the roster, is 700412; the others follow. */
function memberOf(
  character: Character,
  index: number,
  book: SampleBook,
  asOf: CalendarDate,
  chance: Chance,
): SampleMember {
  const { courses } = character;
  const joined = firstDate(courses);
  const someone = personByChance(book, chance, joined, asOf);
  const person = characterPerson(character, someone, { book, joined, asOf, chance });
  return { memberNo: String(700_412 + index * 17), person, courses, chance };
}

function firstDate(courses: readonly CertificationCourse[]): CalendarDate {
  return courses.map(({ certifiedOn }) => certifiedOn).toSorted()[0] ?? '';
}

const CODES: readonly { readonly code: CertificationCode; readonly weight: number }[] = [
  { code: 'RMA', weight: 45 },
  { code: 'RPT', weight: 14 },
  { code: 'MT', weight: 10 },
  { code: 'MLT', weight: 9 },
  { code: 'CMAS', weight: 6 },
  { code: 'RDA', weight: 5 },
  { code: 'CMLA', weight: 4 },
  { code: 'AHI', weight: 3 },
  { code: 'CLC', weight: 2 },
  { code: 'MDT', weight: 2 },
];

const HOW_MANY = [
  { weight: 77, count: 1 },
  { weight: 18, count: 2 },
  { weight: 4, count: 3 },
  { weight: 1, count: 4 },
] as const;

function coursesByChance(asOf: CalendarDate, chance: Chance): readonly CertificationCourse[] {
  const { count } = chance.weighted(HOW_MANY);
  const codes = new Set<CertificationCode>();
  while (codes.size < count) codes.add(chance.weighted(CODES).code);
  let certifiedOn = firstCertification(asOf, chance);
  return CERTIFICATION_CODES.filter((code) => codes.has(code)).map((code, index) => {
    if (index > 0) certifiedOn = addDays(certifiedOn, chance.whole(0, daysBetween(certifiedOn, asOf)));
    return courseByChance(code, certifiedOn, asOf, chance);
  });
}

const FIRST_OF_ALL = '1985-01-01';

/** Most in the last ten years, more of them lately; the others back to 1985. */
function firstCertification(asOf: CalendarDate, chance: Chance): CalendarDate {
  const tenYears = 3652;
  const days = chance.happens(0.93)
    ? tenYears * chance.fraction() ** 1.35
    : tenYears + chance.fraction() ** 1.3 * (daysBetween(FIRST_OF_ALL, asOf) - tenYears);
  const date = addDays(asOf, -Math.floor(days));
  return date < FIRST_OF_ALL ? FIRST_OF_ALL : date;
}
