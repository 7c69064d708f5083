import { isDomestic } from '../../printing/address/states.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import type { UnplacedPiece } from './piece.ts';

/** A piece with whom it goes to. */
export interface Addressed {
  readonly piece: UnplacedPiece;
  readonly recipient: Recipient;
}

/** By ZIP, then name, so that trays come out presorted; foreign last, by country; member number where all else is equal. */
export function inTrayOrder(pieces: readonly Addressed[]): readonly Addressed[] {
  return pieces
    .map((addressed) => ({ addressed, key: trayKey(addressed.recipient) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ addressed }) => addressed);
}

function trayKey({ address, sortName, memberNo }: Recipient): readonly string[] {
  const country = address?.country ?? 'US';
  const domestic = isDomestic(country);
  return [
    domestic ? '0' : `1${country}`,
    address?.zip.replace(/\D/g, domestic ? '' : '$&') ?? '',
    sortName,
    memberNo,
  ];
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
