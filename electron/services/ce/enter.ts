import { CE_CATEGORIES, type CeOffering, type CeOfferingToEnter } from '../../../shared/domain/ce.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Write } from '../../db/transaction.ts';
import {
  addOffering,
  addPrice,
  ceOfferings,
  changeOffering,
  type KeptOffering,
} from '../../repositories/ce-offerings.ts';
import { priceOn } from '../../rules/ce/price-on.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';
import { existingOffering, offeringOn } from './catalogue.ts';

/**
 * Enters an offering.
 * @throws StandingError `offering-invalid` saying what is wrong, `offering-known` where the external id is taken
 */
export async function enterOffering(office: Office, typed: CeOfferingToEnter): Promise<CeOffering> {
  const entered = checked(typed);
  const on = office.clock.today();
  const made = await office.act(async (write) => {
    await refuseTaken(write, entered.externalId, null);
    return writeNew(write, entered, on);
  });
  return offeringOn(await existingOffering(office, made), on);
}

/**
 * Changes an offering. Another price holds from `priceFrom` on; what it cost before stays.
 * @throws StandingError `offering-unknown`, `offering-invalid`, `offering-known`
 */
export async function updateOffering(
  office: Office,
  offering: number,
  typed: CeOfferingToEnter,
  priceFrom: CalendarDate,
): Promise<CeOffering> {
  const entered = checked(typed);
  const before = await existingOffering(office, offering);
  const on = office.clock.today();
  if (!isSame(before, entered, priceFrom))
    await office.act(async (write) => {
      await refuseTaken(write, entered.externalId, offering);
      await writeChange(write, before, entered, priceFrom, on);
    });
  return offeringOn(await existingOffering(office, offering), on);
}

/** Adds a checked offering, with its entry in the journal. @returns its number */
export async function writeNew(write: Write, entered: CeOfferingToEnter, on: CalendarDate): Promise<number> {
  const offering = await addOffering(write, entered, on);
  write.journal({
    action: 'ce.entered',
    subject: 'ce-offering',
    subjectId: String(offering),
    detail: { before: null, after: entered },
  });
  return offering;
}

/** Writes a checked change, with its entry in the journal. */
export async function writeChange(
  write: Write,
  before: KeptOffering,
  entered: CeOfferingToEnter,
  priceFrom: CalendarDate,
  on: CalendarDate,
): Promise<void> {
  const { offering, prices, ...was } = before;
  await changeOffering(write, offering, entered);
  if (!isSamePrice(before, entered, priceFrom))
    await addPrice(write, offering, { ...entered, from: priceFrom }, on);
  write.journal({
    action: 'ce.changed',
    subject: 'ce-offering',
    subjectId: String(offering),
    detail: { before: { ...was, price: priceOn(prices, priceFrom) }, after: { ...entered, priceFrom } },
  });
}

/** Whether nothing of an offering would change. */
export function isSame(before: KeptOffering, entered: CeOfferingToEnter, priceFrom: CalendarDate): boolean {
  const keys = ['externalId', 'title', 'provider', 'category', 'points', 'from', 'to'] as const;
  return keys.every((key) => before[key] === entered[key]) && isSamePrice(before, entered, priceFrom);
}

function isSamePrice({ prices }: KeptOffering, entered: CeOfferingToEnter, from: CalendarDate): boolean {
  const { listCents, memberCents } = priceOn(prices, from);
  return listCents === entered.listCents && memberCents === entered.memberCents;
}

/** More than any course costs or gives; beyond it a typing error is certain. */
const MOST_CENTS = 100_000_00;
const MOST_POINTS = 500;

/** What is wrong with an offering and in which of its parts; null where nothing is. */
export function wrongWith({
  title,
  category,
  points,
  from,
  to,
  listCents,
  memberCents,
}: CeOfferingToEnter): { readonly part: keyof CeOfferingToEnter; readonly what: string } | null {
  if (title === '') return { part: 'title', what: 'An offering has a title.' };
  if (!CE_CATEGORIES.includes(category))
    return { part: 'category', what: `The category is one of ${CE_CATEGORIES.join(', ')}.` };
  if (!(points > 0 && points <= MOST_POINTS))
    return { part: 'points', what: `The points are more than 0 and at most ${MOST_POINTS}.` };
  if (!isCalendarDate(from)) return { part: 'from', what: 'The first day is an existing date.' };
  if (to !== null && (!isCalendarDate(to) || to < from))
    return { part: 'to', what: 'The last day is a date not before the first.' };
  for (const [part, value] of [
    ['listCents', listCents],
    ['memberCents', memberCents],
  ] as const)
    if (!Number.isSafeInteger(value) || value < 0 || value > MOST_CENTS)
      return { part, what: `A price is from $0.00 to ${displayCents(MOST_CENTS)}.` };
  if (memberCents > listCents)
    return {
      part: 'memberCents',
      what: `The member price ${displayCents(memberCents)} is above the list price ${displayCents(listCents)}.`,
    };
  return null;
}

function checked(typed: CeOfferingToEnter): CeOfferingToEnter {
  const entered = {
    ...typed,
    externalId: typed.externalId.trim(),
    title: typed.title.trim(),
    provider: typed.provider.trim(),
  };
  const wrong = wrongWith(entered);
  if (wrong !== null) throw new StandingError('offering-invalid', wrong.what, 'Correct it and save again.');
  return entered;
}

async function refuseTaken(write: Write, externalId: string, but: number | null): Promise<void> {
  if (externalId === '') return;
  const twin = (await ceOfferings(readableIn(write))).find(
    (kept) => kept.externalId === externalId && kept.offering !== but,
  );
  if (twin === undefined) return;
  throw new StandingError(
    'offering-known',
    `The external id ${externalId} is that of “${twin.title}” already.`,
    'Change that offering, or give this one another id.',
  );
}
