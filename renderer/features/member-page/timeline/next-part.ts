/**
 * Which part of a timeline an arrow key leads to, or null where it leads nowhere. Parts are the fees and then the cycles; left and right stay in
 * their row, up and down go to the nearest of the other row.
 * @param fees how many of the parts are fees
 * @param places pixels from the left of every part
 */
export function nextPart(key: string, at: number, fees: number, places: readonly number[]): number | null {
  const inFees = at < fees;
  const first = inFees ? 0 : fees;
  const last = (inFees ? fees : places.length) - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(first, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'Home':
      return first;
    case 'End':
      return last;
    case 'ArrowDown':
      return inFees ? nearest(places, fees, places.length, places[at] ?? 0) : at;
    case 'ArrowUp':
      return inFees ? at : nearest(places, 0, fees, places[at] ?? 0);
    default:
      return null;
  }
}

function nearest(places: readonly number[], from: number, to: number, x: number): number | null {
  let best: number | null = null;
  for (let index = from; index < to; index++) {
    const distance = Math.abs((places[index] ?? 0) - x);
    if (best === null || distance < Math.abs((places[best] ?? 0) - x)) best = index;
  }
  return best;
}
