import { expect, test } from 'vitest';
import { certificationsInOrder, cyclesInOrder } from '../../../electron/services/cycles/cycle-order.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CertificationCycles, CycleDetail, CycleStateName } from '../../../shared/domain/cycles.ts';

type Brief = readonly [state: CycleStateName, start: string, end: string, outstanding?: number];

function cycle([state, start, end, outstanding = 0]: Brief): CycleDetail {
  return {
    start,
    end,
    state,
    daysLeft: 0,
    required: 30,
    counted: 30 - outstanding,
    outstanding,
    attested: false,
    text: '',
    citation: '',
    activities: [],
    roll: null,
    reopened: [],
  };
}

const ROLLED_17: Brief = ['rolled', '2017-05-01', '2020-04-30'];
const ROLLED_20: Brief = ['rolled', '2020-05-01', '2023-04-30'];
const SHORT_23: Brief = ['ended-short', '2023-05-01', '2026-04-30', 12];
const OPEN_23: Brief = ['open', '2023-12-01', '2026-11-30', 4];
const WAITING_26: Brief = ['waiting', '2026-05-01', '2029-04-30', 30];

test.each<[why: string, cycles: readonly Brief[], first: readonly Brief[]]>([
  [
    'what is not closed comes before what is, the one that ended first on top; the closed ones follow, newest first',
    [WAITING_26, ROLLED_20, SHORT_23, ROLLED_17],
    [SHORT_23, WAITING_26, ROLLED_20, ROLLED_17],
  ],
  [
    'a roll that the facts no longer support is to be worked, however long ago',
    [OPEN_23, ROLLED_20, ['unsupported', '2017-12-01', '2020-11-30']],
    [['unsupported', '2017-12-01', '2020-11-30'], OPEN_23, ROLLED_20],
  ],
  [
    'what was taken back and is no cycle any more stands with the closed ones',
    [['reopened', '2021-01-01', '2023-12-31'], ROLLED_17, SHORT_23],
    [SHORT_23, ['reopened', '2021-01-01', '2023-12-31'], ROLLED_17],
  ],
])('%s', (_why, cycles, wanted) => {
  expect(cyclesInOrder(cycles.map(cycle))).toEqual(wanted.map(cycle));
});

test.each<[why: string, held: Readonly<Partial<Record<CertificationCode, readonly Brief[]>>>, order: string]>(
  [
    ['the certification whose cycle ended short comes first', { MT: [OPEN_23], RMA: [SHORT_23] }, 'RMA MT'],
    [
      'a cycle that has its points waits for nothing',
      { MT: [['open', '2023-01-01', '2025-12-31']], RMA: [OPEN_23] },
      'RMA MT',
    ],
    ['with nothing to do they stay as they were', { MT: [ROLLED_20], AHI: [ROLLED_17] }, 'MT AHI'],
  ],
)('%s', (_why, held, order) => {
  const certifications = Object.entries(held).map(
    ([code, cycles]): CertificationCycles => ({
      code: code as CertificationCode,
      name: code,
      certifiedOn: '2017-05-01',
      recertifiedOn: null,
      boundByCcp: true,
      cycles: cycles.map(cycle),
    }),
  );
  expect(
    certificationsInOrder(certifications)
      .map(({ code }) => code)
      .join(' '),
  ).toBe(order);
});
