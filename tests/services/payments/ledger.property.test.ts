import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import {
  adjustFee,
  type FeeOfYear,
  invoiceFee,
  reissueFee,
  unwaiveFee,
  voidFee,
  waiveFee,
} from '../../../electron/services/fees/change-fee.ts';
import type { Office } from '../../../electron/services/office.ts';
import { applyCredit, listCredits } from '../../../electron/services/payments/credits.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { assignRemittance, enterRemittance } from '../../../electron/services/payments/enter.ts';
import { listUnassigned } from '../../../electron/services/payments/lists.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { movePayment, reverse } from '../../../electron/services/payments/reverse.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { SEED } from '../../property-seed.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, BEN, CAY, moneyFaults, smallOffice } from './small-office.ts';

type Holding = readonly [memberNo: string, code: CertificationCode, monthDay: string];

const HOLDINGS: readonly Holding[] = [
  [ANN, 'RMA', '05-10'],
  [ANN, 'MT', '11-02'],
  [BEN, 'RPT', '10-20'],
  [CAY, 'RMA', '03-01'],
];

const holding = fc.constantFrom(...HOLDINGS);
const cents = fc.constantFrom(10_00, 20_00, 35_50, 50_00, 80_00, 100_00, 120_00);
const nth = fc.nat({ max: 30 });
const year = fc.integer({ min: 2022, max: 2028 });
const kind = fc.constantFrom('mis-keyed' as const, 'bounced' as const);

/** A random thing that the desk does; what it is done to is the nth of what there is by then. */
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('enter' as const),
      holding,
      second: holding,
      cents,
      extra: cents,
      named: fc.option(year),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('park' as const), cents }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('assign' as const), holding, cents }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reverse' as const), nth, kind }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reverse-entry' as const), nth, kind }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('move' as const), nth, holding, named: fc.option(year) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('refund' as const), nth, cents }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('credit' as const), nth, fee: nth }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('invoice' as const), holding, year }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'waive' as const,
        'unwaive' as const,
        'adjust' as const,
        'void' as const,
        'reissue' as const,
      ),
      nth,
      cents,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function pick(office: Office, sql: string, n: number): number {
  const ids = office.db.sqlite.prepare<[], number>(sql).pluck().all();
  return ids[n % Math.max(1, ids.length)] ?? 0;
}

const payment = (office: Office, n: number) => pick(office, 'SELECT id FROM payment ORDER BY id DESC', n);

async function perform(office: Office, deposit: number, a: Action): Promise<void> {
  const reason = 'at random';
  switch (a.does) {
    case 'enter': {
      const [memberNo, code, monthDay] = a.holding;
      const [second, secondCode] = a.second;
      const yearStart = a.named === null ? null : `${a.named}-${monthDay}`;
      const parts = [
        { memberNo, code, cents: a.cents, yearStart },
        { memberNo: second, code: secondCode, cents: a.extra, yearStart: null },
      ];
      await enterRemittance(office, {
        deposit,
        receivedOn: TODAY,
        method: 'cheque',
        amountCents: a.cents + a.extra + (a.named === null ? 0 : 500),
        reference: '',
        payer: '',
        note: '',
        parts,
        confirmDuplicate: false,
      });
      return;
    }
    case 'park':
      await enterRemittance(office, {
        deposit,
        receivedOn: TODAY,
        method: 'cash',
        amountCents: a.cents,
        reference: '',
        payer: '',
        note: '',
        parts: [],
        confirmDuplicate: false,
      });
      return;
    case 'assign': {
      const { rows } = await listUnassigned(office, { offset: 0, limit: 1 });
      const [row] = rows;
      if (row === undefined) return;
      const [memberNo, code] = a.holding;
      const part = { memberNo, code, cents: Math.min(a.cents, row.unassignedCents), yearStart: null };
      await assignRemittance(office, { remittance: row.remittance, parts: [part] });
      return;
    }
    case 'reverse':
      await reverse(office, { of: { payment: payment(office, a.nth) }, kind: a.kind, reason, on: TODAY });
      return;
    case 'reverse-entry': {
      const remittance = pick(office, 'SELECT id FROM remittance ORDER BY id DESC', a.nth);
      await reverse(office, { of: { remittance }, kind: a.kind, reason, on: TODAY });
      return;
    }
    case 'move': {
      const [memberNo, code, monthDay] = a.holding;
      const yearStart = a.named === null ? null : `${a.named}-${monthDay}`;
      await movePayment(office, {
        payment: payment(office, a.nth),
        memberNo,
        code,
        yearStart,
        reason,
        on: TODAY,
      });
      return;
    }
    case 'refund':
      await refund(office, {
        payment: payment(office, a.nth),
        cents: a.cents,
        reason,
        approvedBy: 'Maya',
        method: 'cheque',
        reference: '',
      });
      return;
    case 'credit': {
      const { rows } = await listCredits(office, { offset: 0, limit: 100 });
      const row = rows[a.nth % Math.max(1, rows.length)];
      const fee = row?.offer?.fee ?? pick(office, 'SELECT id FROM annual_fee ORDER BY id DESC', a.fee);
      await applyCredit(office, { payment: row?.payment.payment ?? payment(office, a.nth), fee });
      return;
    }
    case 'sweep':
      await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
      return;
    case 'invoice': {
      const [memberNo, code, monthDay] = a.holding;
      await invoiceFee(office, { memberNo, code, yearStart: `${a.year}-${monthDay}`, reason });
      return;
    }
    default: {
      const order = { ...feeFor(office, a.does, a.nth), reason, approvedBy: 'Maya', cents: a.cents };
      await CHANGES[a.does](office, order);
    }
  }
}

const CHANGES = {
  waive: waiveFee,
  unwaive: unwaiveFee,
  adjust: adjustFee,
  void: voidFee,
  reissue: reissueFee,
};

/** Mostly a fee that the change is possible for, so that sequences go deep. */
function feeFor(office: Office, does: keyof typeof CHANGES, n: number): FeeOfYear {
  const fits = { unwaive: 'f.waived = 1', reissue: 'f.voided_on IS NOT NULL' };
  const which = does === 'unwaive' || does === 'reissue' ? fits[does] : 'f.paid_cents < f.amount_cents';
  const rows = office.db.sqlite
    .prepare<[], FeeOfYear>(
      `SELECT m.member_no AS memberNo, c.code, f.year_start AS yearStart FROM annual_fee f
       JOIN certification c ON c.id = f.certification_id JOIN member m ON m.id = c.member_id WHERE ${which} ORDER BY f.id`,
    )
    .all();
  return rows[n % Math.max(1, rows.length)] ?? { memberNo: ANN, code: 'RMA', yearStart: '2026-05-10' };
}

test('whatever the desk does, the books agree to the cent and every standing is as it would be judged anew', async () => {
  const did = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 20 }), async (actions) => {
      const office = await smallOffice();
      const { deposit } = await openDeposit(office, { controlCount: 0, controlCents: 0 });
      for (const one of actions) {
        const before = office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
        try {
          await perform(office, deposit, one);
          did.set(one.does, (did.get(one.does) ?? 0) + 1);
        } catch (error) {
          // A refusal is a sentence for the desk, and writes nothing.
          if (!(error instanceof StandingError)) throw error;
          expect(error.message).toMatch(/\.$/);
          expect(office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
        }
        expect(await moneyFaults(office), JSON.stringify(one)).toEqual([]);
      }
      await office.close();
    }),
    { numRuns: 30, seed: SEED },
  );
  // The sequences do what they are to prove, rather than being refused.
  for (const does of ['enter', 'assign', 'reverse', 'move', 'refund', 'credit', 'waive', 'adjust', 'void'])
    expect(did.get(does) ?? 0, does).toBeGreaterThan(0);
}, 120_000);
