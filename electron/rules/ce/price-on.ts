import type { CePrice, CeState } from '../../../shared/domain/ce.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';

/** The price of a date: the one that began last, of several for one day the one entered last; before the first, the first. */
export function priceOn<Price extends Pick<CePrice, 'from'>>(
  prices: readonly [Price, ...Price[]],
  on: CalendarDate,
): Price {
  let [found] = prices;
  for (const price of prices) {
    const begun = price.from <= on;
    const better = found.from > on ? begun || price.from < found.from : begun && price.from >= found.from;
    if (better) found = price;
  }
  return found;
}

/** Whether an offering can be had on a date; both ends are inside. */
export function stateOn(from: CalendarDate, to: CalendarDate | null, on: CalendarDate): CeState {
  if (on < from) return 'upcoming';
  return to !== null && on > to ? 'ended' : 'open';
}
