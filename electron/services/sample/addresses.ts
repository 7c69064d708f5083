import type { PostalAddress } from '../../../shared/domain/notice.ts';
import type { Chance } from './chance.ts';
import type { Abroad, SampleBook, StateOfPlaces, Streets } from './sample-book.ts';

/** Where a member lives, and how telephone numbers begin there. */
export interface Home {
  readonly address: PostalAddress;
  /** Area code, or country and area as dialled. */
  readonly areaCode: string;
}

/** One address: nearly all in the states and territories, 1 % military or diplomatic, 2 % abroad. */
export function home(book: SampleBook, chance: Chance): Home {
  const kind = chance.fraction();
  if (kind < 0.01) return military(book.abroad, chance);
  if (kind < 0.03) return abroad(book.abroad, chance);
  return homeInState(book, chance.weighted(book.states), chance);
}

/** An address in a state, its town and ZIP belonging together. */
export function homeInState(book: SampleBook, state: StateOfPlaces, chance: Chance): Home {
  const { city, zip } = chance.oneOf(state.places);
  const plusFour = chance.happens(0.35) ? `-${digits(chance, 4)}` : '';
  return {
    address: {
      ...deliveryLines(book.streets, chance),
      city,
      state: state.state,
      zip: zip + plusFour,
      country: 'US',
    },
    areaCode: chance.oneOf(state.areaCodes),
  };
}

type Lines = Pick<PostalAddress, 'address1' | 'address2'>;

function deliveryLines(streets: Streets, chance: Chance): Lines {
  const kind = chance.fraction();
  if (kind < 0.05) return { address1: `PO Box ${chance.whole(11, 9899)}`, address2: '' };
  if (kind < 0.065) return { address1: `RR ${chance.whole(1, 8)} Box ${chance.whole(2, 480)}`, address2: '' };
  if (kind < 0.07) return { address1: `HC ${chance.whole(1, 79)} Box ${chance.whole(2, 480)}`, address2: '' };
  if (kind < 0.073) return { address1: chance.oneOf(streets.overlong), address2: '' };
  const street = streetLine(streets, chance);
  if (!chance.happens(0.27)) return { address1: street, address2: '' };
  const unit = unitText(streets, chance);
  return chance.happens(0.4)
    ? { address1: `${street} ${unit}`, address2: '' }
    : { address1: street, address2: unit };
}

function streetLine(streets: Streets, chance: Chance): string {
  const number = chance.happens(0.02)
    ? `${chance.whole(10, 99)}-${chance.whole(10, 99)}`
    : String(Math.floor(10 ** (2 + chance.fraction() * 2.3)));
  const direction = chance.happens(0.24) ? `${chance.oneOf(streets.directions)} ` : '';
  return `${number} ${direction}${chance.frontOf(streets.names)} ${chance.weighted(streets.suffixes).text}`;
}

function unitText(streets: Streets, chance: Chance): string {
  const { text } = chance.weighted(streets.units);
  const number = chance.whole(1, chance.happens(0.5) ? 40 : 1900);
  const letter = chance.happens(0.3) ? chance.oneOf(['A', 'B', 'C', 'D']) : '';
  return `${text} ${number}${letter}`;
}

function military({ military: places }: Abroad, chance: Chance): Home {
  const place = chance.oneOf(places);
  const line =
    place.city === 'APO'
      ? `PSC ${chance.whole(2, 899)} Box ${chance.whole(10, 9999)}`
      : `Unit ${chance.whole(2050, 9990)} Box ${chance.whole(10, 999)}`;
  return {
    address: { ...place, address1: line, address2: '', country: 'US' },
    areaCode: chance.oneOf(['210', '703', '757', '910']),
  };
}

function abroad({ towns }: Abroad, chance: Chance): Home {
  const { streets, dial, ...town } = chance.oneOf(towns);
  const street = chance.oneOf(streets);
  const number = chance.whole(1, 240);
  const numberLast = ['DE', 'MX'].includes(town.country);
  return {
    address: { ...town, address1: numberLast ? `${street} ${number}` : `${number} ${street}`, address2: '' },
    areaCode: dial,
  };
}

/** That many random decimal digits. */
export function digits(chance: Chance, count: number): string {
  return String(chance.whole(0, 10 ** count - 1)).padStart(count, '0');
}
