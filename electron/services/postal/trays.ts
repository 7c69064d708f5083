import type { TrayGroup } from '../../../shared/domain/postal.ts';

/** How the post takes letters: data of `resources/postal/presort.json`. */
export interface Presort {
  /** Least pieces of a mailing at presort prices. */
  readonly presortMinimum: number;
  /** Least pieces of a tray for one ZIP Code or one prefix. */
  readonly trayMinimum: number;
  readonly piecesPerTray: number;
}

/** Where a sheet goes: five digits, or null abroad. */
export interface SheetPlace {
  readonly sheet: number;
  readonly zip: string | null;
}

/**
 * The trays of a run in the order in which its sheets come: a tray of its own for each ZIP Code with enough pieces, of what is left for
 * each three-digit prefix with enough, then the rest of the country, then abroad. Every sheet is in exactly one group.
 */
export function trayGroups(places: readonly SheetPlace[], presort: Presort): readonly TrayGroup[] {
  const group = (level: TrayGroup['level'], zip: string, own: readonly SheetPlace[]): TrayGroup => ({
    level,
    zip,
    pieces: own.length,
    trays: Math.ceil(own.length / presort.piecesPerTray),
    firstSheet: own[0]?.sheet ?? 0,
    lastSheet: own.at(-1)?.sheet ?? 0,
  });
  const enough = (own: readonly SheetPlace[]): boolean => own.length >= presort.trayMinimum;
  const home = places.filter(({ zip }) => zip !== null);
  const abroad = places.filter(({ zip }) => zip === null);
  const fives: TrayGroup[] = [];
  const threes: TrayGroup[] = [];
  const rest: SheetPlace[] = [];
  for (const [prefix, near] of Map.groupBy(home, ({ zip }) => (zip ?? '').slice(0, 3))) {
    const left: SheetPlace[] = [];
    for (const [zip, own] of Map.groupBy(near, (place) => place.zip ?? '')) {
      if (enough(own)) fives.push(group('5-digit', zip, own));
      else left.push(...own);
    }
    if (enough(left)) threes.push(group('3-digit', prefix, left));
    else rest.push(...left);
  }
  return [
    ...[...fives, ...threes].sort((a, b) => a.firstSheet - b.firstSheet),
    ...(rest.length === 0 ? [] : [group('mixed', '', rest)]),
    ...(abroad.length === 0 ? [] : [group('foreign', '', abroad)]),
  ];
}
