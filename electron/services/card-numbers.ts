import { hasCardNumber } from '../../shared/domain/card-number.ts';
import { StandingError } from '../../shared/ipc/errors.ts';

/** Refuses what looks like a card number in any of the fields that are about to be kept. @throws StandingError `card-number` */
export function refuseCardNumbers(texts: readonly string[]): void {
  if (!texts.some(hasCardNumber)) return;
  throw new StandingError(
    'card-number',
    'One of the fields looks like a card number, which is stored nowhere.',
    'Write the receipt’s own number instead, or its last four digits.',
  );
}
