import type { CeOffering, CeOfferings } from '../../../shared/domain/ce.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { ceOfferings, type KeptOffering } from '../../repositories/ce-offerings.ts';
import { priceOn, stateOn } from '../../rules/ce/price-on.ts';
import type { OfficeView } from '../office.ts';

type View = Pick<OfficeView, 'reader'>;

/** Which offerings to show. */
export interface CatalogueQuery {
  /** Words of the title, the provider or the external id, in any order. */
  readonly text: string;
  readonly on: CalendarDate;
  /** Those that can be had on the date alone. */
  readonly openOnly: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Offerings with their prices on a date, by title. */
export async function listOfferings(
  view: View,
  { text, on, openOnly, offset, limit }: CatalogueQuery,
): Promise<CeOfferings> {
  const words = foldText(text).split(' ');
  const found = (await ceOfferings(view.reader)).filter(
    (kept) =>
      (!openOnly || stateOn(kept.from, kept.to, on) === 'open') &&
      words.every((word) => foldText(`${kept.title} ${kept.provider} ${kept.externalId}`).includes(word)),
  );
  return {
    on,
    total: found.length,
    rows: found.slice(offset, offset + limit).map((kept) => offeringOn(kept, on)),
  };
}

/** An offering with its price on a date. */
export function offeringOn(kept: KeptOffering, on: CalendarDate): CeOffering {
  const { listCents, memberCents } = priceOn(kept.prices, on);
  const prices = kept.prices
    .toReversed()
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1));
  return { ...kept, listCents, memberCents, prices, state: stateOn(kept.from, kept.to, on) };
}

/** @throws StandingError `offering-unknown` */
export async function existingOffering(view: View, offering: number): Promise<KeptOffering> {
  const [kept] = await ceOfferings(view.reader, offering);
  if (kept !== undefined) return kept;
  throw new StandingError(
    'offering-unknown',
    `There is no offering ${offering} in the CE catalogue.`,
    'List the catalogue to find its number.',
  );
}
