import type { DepositSummary } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';

type Counted = Pick<
  DepositSummary,
  'controlCount' | 'controlCents' | 'enteredCount' | 'enteredCents' | 'differenceCount' | 'differenceCents'
>;

export function agrees({ differenceCount, differenceCents }: Counted): boolean {
  return differenceCount === 0 && differenceCents === 0;
}

/** `37 of 60 cheques` */
export function countWords({ enteredCount, controlCount }: Counted): string {
  return `${number(enteredCount)} of ${number(controlCount)}`;
}

/** `$1,850.00 of $3,000.00` */
export function centsWords({ enteredCents, controlCents }: Counted): string {
  return `${displayCents(enteredCents)} of ${displayCents(controlCents)}`;
}

/** By how much the deposit does not agree yet: `23 and $1,150.00 to go`, `1 too many`, `$10.00 too much`. */
export function differenceWords(deposit: Counted): string {
  const { differenceCount, differenceCents } = deposit;
  if (agrees(deposit)) return 'Count and total agree';
  if (differenceCount < 0 && differenceCents < 0)
    return `${number(-differenceCount)} and ${displayCents(-differenceCents)} to go`;
  const count =
    differenceCount === 0
      ? []
      : [differenceCount > 0 ? `${number(differenceCount)} too many` : `${number(-differenceCount)} to go`];
  const cents =
    differenceCents === 0
      ? []
      : [
          differenceCents > 0
            ? `${displayCents(differenceCents)} too much`
            : `${displayCents(-differenceCents)} ${differenceCount === 0 ? 'missing' : 'to go'}`,
        ];
  return [...count, ...cents].join(', ');
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
