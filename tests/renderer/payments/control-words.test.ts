import { expect, test } from 'vitest';
import { agrees, differenceWords } from '../../../renderer/features/payments/control-words.ts';

const counted = (enteredCount: number, enteredCents: number) => ({
  controlCount: 60,
  controlCents: 3_000_00,
  enteredCount,
  enteredCents,
  differenceCount: enteredCount - 60,
  differenceCents: enteredCents - 3_000_00,
});

test.each([
  [37, 1_850_00, '23 and $1,150.00 to go'],
  [60, 3_000_00, 'Count and total agree'],
  [61, 3_050_00, '1 too many, $50.00 too much'],
  [60, 3_010_00, '$10.00 too much'],
  [60, 2_990_00, '$10.00 missing'],
  [59, 3_000_00, '1 to go'],
  [61, 2_990_00, '1 too many, $10.00 to go'],
])('%i entered for %i cents: %s', (count, cents, words) => {
  expect(differenceWords(counted(count, cents))).toBe(words);
  expect(agrees(counted(count, cents))).toBe(words.startsWith('Count'));
});
