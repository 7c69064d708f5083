import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Office } from '../../../electron/services/office.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { movePayment, reverse } from '../../../electron/services/payments/reverse.ts';
import { payFromCredit } from '../../../electron/services/recertification/fee.ts';
import { applicationView } from '../../../electron/services/recertification/view.ts';
import { agedReceivables } from '../../../electron/services/reports/aged-receivables.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { SEED } from '../../property-seed.ts';
import { TODAY } from '../../temp-office.ts';
import { accounts, cheque, moneyFaults } from '../payments/small-office.ts';
import { complete, DORA, lapsedOffice, start, step } from './lapsed-office.ts';

const cents = fc.constantFrom(10_00, 35_50, 50_00, 100_00, 160_00);
const nth = fc.nat({ max: 12 });

const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('start' as const), by: fc.constantFrom('ccp', 'exam') }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('pay' as const), cents, old: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('reverse' as const),
      nth,
      kind: fc.constantFrom('mis-keyed', 'bounced'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('move' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('refund' as const), nth, cents }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('credit' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('recertify' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function one(office: Office, sql: string, n = 0): number {
  const ids = office.db.sqlite.prepare<[], number>(sql).pluck().all();
  return ids[n % Math.max(1, ids.length)] ?? 0;
}

const payment = (office: Office, n: number) => one(office, 'SELECT id FROM payment ORDER BY id DESC', n);
const open = (office: Office) =>
  one(office, 'SELECT id FROM recertification_application WHERE closed_on IS NULL');

async function perform(office: Office, a: Action): Promise<void> {
  const reason = 'at random';
  switch (a.does) {
    case 'start':
      await start(office, DORA, 'RMA', a.by === 'ccp' ? 'ccp' : 'exam');
      return;
    case 'pay': {
      const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: a.cents });
      const part = {
        memberNo: DORA,
        code: 'RMA',
        cents: a.cents,
        yearStart: null,
        recertification: !a.old,
      } as const;
      await enterRemittance(
        office,
        cheque(deposit, { amountCents: a.cents, reference: String(deposit), parts: [part] }),
      );
      return;
    }
    case 'reverse':
      await reverse(office, {
        of: { payment: payment(office, a.nth) },
        kind: a.kind === 'bounced' ? 'bounced' : 'mis-keyed',
        reason,
        on: TODAY,
      });
      return;
    case 'move': {
      const to = { memberNo: DORA, code: 'RMA', yearStart: null, recertification: true } as const;
      await movePayment(office, { payment: payment(office, a.nth), ...to, reason, on: TODAY });
      return;
    }
    case 'refund': {
      const how = { approvedBy: 'Maya', method: 'cheque', reference: '', reason } as const;
      await refund(office, { payment: payment(office, a.nth), cents: a.cents, ...how });
      return;
    }
    case 'credit':
      await payFromCredit(office, open(office));
      return;
    case 'withdraw':
      await step(office, open(office), 'withdrawn', { reason });
      return;
    case 'recertify': {
      const view = await applicationView(office, open(office));
      await complete(office, view);
      await step(office, view.application, 'under-review');
      await step(office, view.application, 'approved');
    }
  }
}

test('whatever is done about applications and their money, the books agree to the cent', async () => {
  const did = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 14 }), async (actions) => {
      const office = await lapsedOffice();
      await start(office, DORA, 'RMA', 'ccp');
      for (const a of actions) {
        try {
          await perform(office, a);
          did.set(a.does, (did.get(a.does) ?? 0) + 1);
        } catch (error) {
          // A refusal is a sentence for the desk.
          if (!(error instanceof StandingError)) throw error;
          expect(error.message).toMatch(/\.$/);
        }
        expect(await moneyFaults(office), JSON.stringify(a)).toEqual([]);
        expect((await agedReceivables(office, TODAY)).totalCents).toBe(accounts(office).receivable ?? 0);
      }
      await office.close();
    }),
    { numRuns: 12, seed: SEED },
  );
  for (const does of ['start', 'pay', 'reverse', 'move', 'refund', 'withdraw', 'recertify'])
    expect(did.get(does) ?? 0, does).toBeGreaterThan(0);
}, 120_000);
