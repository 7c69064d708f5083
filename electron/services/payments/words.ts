import { displayCents } from '../../../shared/util/money.ts';

/** `1 cheque`, `3 cheques` */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Things in a row: `a`, `a and b`, `a, b and c`. */
export function listed(things: readonly string[]): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}

/**
 * By how much a deposit and its control disagree: `2 cheques and $150.00 more are entered than the control says`; null where they
 * agree.
 */
export function disagreement(differenceCount: number, differenceCents: number): string | null {
  const side = (value: number) => (value > 0 ? 'more' : 'less');
  const count = differenceCount === 0 ? null : countOf(Math.abs(differenceCount), 'cheque');
  const cents = differenceCents === 0 ? null : displayCents(Math.abs(differenceCents));
  if (count === null && cents === null) return null;
  if (cents === null)
    return `${count} ${side(differenceCount)} ${differenceCount === 1 || differenceCount === -1 ? 'is' : 'are'} entered than the control says`;
  if (count === null) return `${cents} ${side(differenceCents)} is entered than the control says`;
  return side(differenceCount) === side(differenceCents)
    ? `${count} and ${cents} ${side(differenceCents)} are entered than the control says`
    : `${count} ${side(differenceCount)} and ${cents} ${side(differenceCents)} are entered than the control says`;
}
