import { expect, test } from 'vitest';
import { type AttestPrefill, attestPrefill } from '../../../renderer/features/points/attest-prefill.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';

const TODAY = '2026-11-22';

interface Case {
  readonly why: string;
  readonly held: readonly (readonly [CertificationCode, cycleEnd: string, state?: 'attested' | 'unbound'])[];
  readonly code: CertificationCode | null;
  readonly prefill: AttestPrefill;
}

const CASES: readonly Case[] = [
  {
    why: 'PB-CCP-3: the cycle of the row is ticked, signed today while it runs',
    held: [
      ['MT', '2027-03-31'],
      ['RMA', '2026-12-22'],
    ],
    code: 'RMA',
    prefill: { codes: ['RMA'], signedOn: TODAY, latest: TODAY },
  },
  {
    why: 'on its last day it still runs',
    held: [['RMA', TODAY]],
    code: 'RMA',
    prefill: { codes: ['RMA'], signedOn: TODAY, latest: TODAY },
  },
  {
    why: 'once it has ended no day is guessed: only the slip tells whether it was signed in time',
    held: [['RMA', '2026-11-21']],
    code: 'RMA',
    prefill: { codes: ['RMA'], signedOn: '', latest: '2026-11-21' },
  },
  {
    why: 'what is attested already is not ticked again',
    held: [['RMA', '2026-12-22', 'attested']],
    code: 'RMA',
    prefill: { codes: [], signedOn: TODAY, latest: TODAY },
  },
  {
    why: 'PB-CCP-1: nor what CCP does not bind',
    held: [['RMA', '2026-12-22', 'unbound']],
    code: 'RMA',
    prefill: { codes: [], signedOn: TODAY, latest: TODAY },
  },
  {
    why: 'of a member with several, nothing is ticked where the row names none',
    held: [
      ['MT', '2027-03-31'],
      ['RMA', '2026-12-22'],
    ],
    code: null,
    prefill: { codes: [], signedOn: TODAY, latest: TODAY },
  },
];

test.each(CASES)('$why', ({ held, code, prefill }) => {
  const certifications = held.map(([one, cycleEnd, state]) => ({
    code: one,
    cycleEnd,
    bound: state !== 'unbound',
    attested: state === 'attested',
  }));
  expect(attestPrefill(certifications, code, TODAY)).toEqual(prefill);
});
