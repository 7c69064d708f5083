import { parseCents } from '../../../../shared/util/money.ts';
import { BadCell, type CellType } from './cell.ts';

/** More than any fee or payment is; beyond it a typing error is certain. */
const MOST_CENTS = 1_000_000_00;

/** Money as `123.45`, `$1,234.50` or `50`; whole cents. */
export const cents: CellType<number> = {
  blank: 0,
  read(text) {
    if (/^[-(−]/.test(text)) return new BadCell('is negative; refunds are not imported');
    const value = parseCents(text);
    if (value === null) return new BadCell('is not an amount; write dollars and cents as 123.45');
    return value <= MOST_CENTS ? value : new BadCell('is more than a million dollars; check the amount');
  },
};

export const positiveCents: CellType<number> = {
  blank: 0,
  read(text) {
    const value = cents.read(text);
    return value === 0 ? new BadCell('is nothing; a payment is more than 0.00') : value;
  },
};

/** Points or hours: not negative, at most two decimals, below `limit`. */
export function quantity(what: string, limit: number): CellType<number> {
  return {
    blank: 0,
    read(text) {
      if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text))
        return new BadCell(`is not a number of ${what}; write 10 or 2.5`);
      if (!/^\d*(?:\.\d{0,2}0*)?$/.test(text)) return new BadCell(`has more than two decimals`);
      return Number(text) < limit
        ? Number(text)
        : new BadCell(`is more ${what} than one row can hold; check it`);
    },
  };
}

/** The same, with null for an empty cell. */
export function quantityOrNull(what: string, limit: number): CellType<number | null> {
  return { ...quantity(what, limit), blank: null };
}
