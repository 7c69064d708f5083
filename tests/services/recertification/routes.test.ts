import { describe, expect, test } from 'vitest';
import { requestFor } from '../../../electron/services/badges/requests.ts';
import { applicationView } from '../../../electron/services/recertification/view.ts';
import { agedReceivables } from '../../../electron/services/reports/aged-receivables.ts';
import { explain } from '../../../electron/services/standing.ts';
import { TODAY } from '../../temp-office.ts';
import { accounts, moneyFaults } from '../payments/small-office.ts';
import { complete, DORA, EMIL, lapsedOffice, start, step } from './lapsed-office.ts';

describe('from lapsed to recertified', () => {
  test('SC-RECERT-1: by CCP, the approval restarts anniversary and cycle (C7), writes the old debt off and asks for the badge', async () => {
    const office = await lapsedOffice();
    const before = await explain(office, DORA, TODAY);
    expect(before[0]).toMatchObject({ status: 'lapsed', routes: ['ccp', 'exam'] });
    const view = await start(office, DORA, 'RMA', 'ccp');
    expect(view.fee).toMatchObject({ amountCents: 100_00, owedCents: 100_00, confirmed: false });
    await complete(office, view);
    await step(office, view.application, 'under-review');
    const approved = await step(office, view.application, 'approved');
    expect(approved.papers.map(({ kind }) => kind)).toEqual(['certificate', 'wallet-card']);
    const [after] = await explain(office, DORA, TODAY);
    expect(after).toMatchObject({
      status: 'active',
      mustRecertify: false,
      boundByCcp: true,
      cycle: { start: TODAY, end: '2029-11-21', required: 30, counted: 0 },
      fees: { owedCents: 0, nextDueOn: '2027-11-30', oldestUnpaidDueOn: null },
    });
    expect(await moneyFaults(office)).toEqual([]);
    // Six years of $50 were owed; the fee of $100 was earned and paid.
    expect(accounts(office)).toMatchObject({ 'written-off': 6 * 50_00, 'recertification-income': -100_00 });
    expect((await agedReceivables(office, TODAY)).lines.filter(({ code }) => code === 'RMA')).toEqual([]);
    const closed = await step(office, view.application, 'badge');
    expect(closed).toMatchObject({ status: 'badge', closedOn: TODAY, next: [] });
  });

  test('SC-RECERT-1: a badge that waited already is the one that the approval asks for; an application denied before shows none', async () => {
    const office = await lapsedOffice();
    await requestFor(office, { memberNo: DORA, code: 'RMA', reason: 'missing' });
    const first = await start(office, DORA, 'RMA', 'ccp');
    await step(office, first.application, 'incomplete');
    const denied = await step(office, first.application, 'denied', { reason: 'Nothing more came' });
    const view = await start(office, DORA, 'RMA', 'ccp');
    expect([denied.badge, view.badge]).toEqual([null, null]);
    await complete(office, view);
    await step(office, view.application, 'under-review');
    const approved = await step(office, view.application, 'approved');
    expect(approved.badge).toEqual({ requestedOn: TODAY, step: 'held', hold: 'no-email' });
    expect((await applicationView(office, first.application)).badge).toBeNull();
  });

  test('SC-RECERT-3: by exam, a failed attempt and another, and the pass restarts', async () => {
    const office = await lapsedOffice();
    const view = await start(office, EMIL, 'RPT', 'exam');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    await step(office, view.application, 'authorised');
    await step(office, view.application, 'scheduled', { examOn: TODAY, place: 'Test centre' });
    await step(office, view.application, 'failed');
    await step(office, view.application, 'authorised');
    await step(office, view.application, 'scheduled', { examOn: TODAY });
    const passed = await step(office, view.application, 'passed');
    expect(passed.attempts.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'failed'],
      [2, 'passed'],
    ]);
    expect(passed).toMatchObject({ recertifiedOn: TODAY, lapse: null });
    expect((await explain(office, EMIL, TODAY))[0]).toMatchObject({ status: 'active', mustRecertify: false });
    expect(await moneyFaults(office)).toEqual([]);
  });
});
