import { anchorOf } from '../../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { Person } from '../person.ts';
import { auditCharacters } from './audits.ts';
import { type Character, type Setting, scriptAsOf } from './character.ts';
import { feeCharacters } from './fees.ts';
import { peopleCharacters } from './people.ts';
import { pointCharacters } from './points.ts';
import { rosa } from './rosa.ts';

export type { Character } from './character.ts';

/** The fixed roster as of a date: one member for every exception that had happened by then. */
export function roster(asOf: CalendarDate): readonly Character[] {
  const script = scriptAsOf(asOf);
  return [
    rosa(script),
    ...feeCharacters(script),
    ...pointCharacters(script),
    ...auditCharacters(script),
    ...peopleCharacters(script),
  ].filter(({ courses }) =>
    courses.every((course) => anchorOf(course) <= asOf && course.certifiedOn <= asOf),
  );
}

/** The person behind a character: anyone, able to get mail, but for what the character says. */
export function characterPerson(character: Character, someone: Person, setting: Setting): Person {
  const [first = '', middle = '', last = '', suffix = ''] = character.name.split('|');
  return {
    ...someone,
    name: { first, middle, last, suffix },
    mailOk: true,
    emailOk: true,
    deceasedOn: null,
    ...character.person?.(someone, setting),
  };
}
