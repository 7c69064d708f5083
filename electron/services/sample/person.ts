import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { addDays, daysBetween } from '../../../shared/util/dates.ts';
import { type Home, home } from './addresses.ts';
import type { Chance } from './chance.ts';
import { emailOf, phoneOf } from './contacts.ts';
import { type PersonName, personName } from './names.ts';
import type { SampleBook } from './sample-book.ts';

/** An address and when it was the member's; `to` null = it still is. */
export interface Residence {
  readonly address: PostalAddress;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Why mail does not reach it, or null. */
  readonly badReason: string | null;
}

/** A member apart from the certifications. */
export interface Person {
  readonly name: PersonName;
  readonly email: string;
  readonly phone: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
  readonly deceasedOn: CalendarDate | null;
  /** Oldest first; none for one whose address was never known. */
  readonly residences: readonly Residence[];
}

const RETURNED = [
  'returned: forward order expired',
  'returned: no such number',
  'returned: attempted, not known',
  'returned: vacant',
] as const;

/** A person who joined on a date, as the office knows the person on `asOf`. */
export function personByChance(
  book: SampleBook,
  chance: Chance,
  joined: CalendarDate,
  asOf: CalendarDate,
): Person {
  const name = personName(book.names, chance);
  const last = home(book, chance);
  return {
    name,
    email: chance.happens(0.12) ? '' : emailOf(name, chance),
    phone: chance.happens(0.04) ? '' : phoneOf(last.areaCode, chance),
    mailOk: !chance.happens(0.015),
    emailOk: !chance.happens(0.08),
    deceasedOn: chance.happens(0.01) ? lastYears(joined, asOf, chance) : null,
    residences: residences(book, last, joined, asOf, chance),
  };
}

function lastYears(joined: CalendarDate, asOf: CalendarDate, chance: Chance): CalendarDate {
  return addDays(asOf, -Math.min(chance.whole(3, 900), Math.max(0, daysBetween(joined, asOf))));
}

function residences(
  book: SampleBook,
  last: Home,
  joined: CalendarDate,
  asOf: CalendarDate,
  chance: Chance,
): readonly Residence[] {
  if (chance.happens(0.001)) return [];
  const here = {
    address: chance.happens(0.006) ? incomplete(last.address, chance) : last.address,
    to: null,
    badReason: chance.happens(0.006) ? chance.oneOf(RETURNED) : null,
  };
  const days = daysBetween(joined, asOf);
  if (days < 400 || !chance.happens(0.12)) return [{ ...here, from: joined }];
  const moved = addDays(joined, chance.whole(200, days));
  return [
    { address: home(book, chance).address, from: joined, to: addDays(moved, -1), badReason: null },
    { ...here, from: moved },
  ];
}

/** What is left when a line of the form was not filled in. */
export function incomplete(address: PostalAddress, chance: Chance): PostalAddress {
  const kind = chance.fraction();
  if (kind < 0.4) return { ...address, address1: '', address2: '' };
  if (kind < 0.7) return { ...address, zip: '' };
  if (kind < 0.9) return { ...address, city: '', zip: '' };
  return { ...address, address1: '', address2: '', city: '', state: '', zip: '' };
}
