import { expect, test } from 'vitest';
import { withEntry } from '../../../renderer/api/amend.ts';
import type { DepositSummary, DepositView, RemittanceEntry } from '../../../shared/domain/payments.ts';

function summary(enteredCount: number): DepositSummary {
  return {
    deposit: 3,
    source: 'post',
    openedOn: '2026-11-22',
    openedBy: 'Ada',
    closedOn: null,
    closedBy: null,
    fileName: null,
    controlCount: 3,
    controlCents: 3 * 50_00,
    enteredCount,
    enteredCents: enteredCount * 50_00,
    differenceCount: enteredCount - 3,
    differenceCents: (enteredCount - 3) * 50_00,
    unassignedCents: enteredCount * 50_00,
    awaitedLines: 0,
  };
}

function entry(position: number): RemittanceEntry {
  return {
    remittance: 100 + position,
    deposit: 3,
    position,
    receivedOn: '2026-11-22',
    method: 'cheque',
    amountCents: 50_00,
    reference: String(position),
    payer: '',
    note: '',
    enteredBy: 'Ada',
    unassignedCents: 50_00,
    reversal: null,
    payments: [],
  };
}

const one: DepositView = { ...summary(1), entries: [entry(1)] };

test('an answer adds its entry and brings the sums', () => {
  expect(withEntry(one, entry(2), summary(2))).toEqual({ ...summary(2), entries: [entry(1), entry(2)] });
});

test('what was asked for since is newer than an answer whose entry it has', () => {
  const three: DepositView = { ...summary(3), entries: [entry(1), entry(2), entry(3)] };
  expect(withEntry(three, entry(2), summary(2))).toBe(three);
});
