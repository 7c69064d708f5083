import { expect, it } from 'vitest';
import { unbalancedMoney } from '../../../electron/db/verify.ts';
import { adjustFee, voidFee, waiveFee } from '../../../electron/services/fees/change-fee.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { accounts } from '../payments/small-office.ts';
import { type Desk, desk } from './temp-office.ts';

const HEADER = 'member_no,code,year_start,amount,waived\n';
const FEES = `${HEADER}A1,RMA,2022-03-01,50.00,no\nA1,RMA,2023-03-01,50.00,no\nA1,RMA,2024-03-01,50.00,no\nA1,RMA,2025-03-01,50.00,no\n`;
const fee = (year: number) =>
  ({ memberNo: 'A1', code: 'RMA', yearStart: `${year}-03-01`, reason: 'r' }) as const;

/** One member whose fees of 2022, 2023 and 2024 were waived, adjusted and voided by hand. */
async function decidedByHand(): Promise<Desk> {
  const at = await desk();
  await at.import('members', 'member_no,first_name,last_name\nA1,Ann,Lee\n');
  await at.import('certifications', 'member_no,code,certified_on\nA1,RMA,2003-03-01\n');
  await at.import('fees', FEES);
  await saveManagers(at.office, ['Maya']);
  await waiveFee(at.office, { ...fee(2022), approvedBy: 'Maya' });
  await adjustFee(at.office, { ...fee(2023), cents: 40_00 });
  await voidFee(at.office, fee(2024));
  return at;
}

it.each([
  ['a waiver', 'A1,RMA,2022-03-01,50.00,no', /“no” differs from what was decided by hand/],
  ['an amount', 'A1,RMA,2023-03-01,50.00,no', /“50.00” differs from what it was adjusted to by hand/],
  [
    'the amount of a fee that was waived',
    'A1,RMA,2022-03-01,60.00,',
    /“60.00” differs from what it was when/,
  ],
  ['a void year', 'A1,RMA,2024-03-01,60.00,no', /is a year whose fee was voided on 2026-11-22; reissue/],
])('%s decided by hand stands against a file', async (_what, row, says) => {
  const at = await decidedByHand();
  const report = await at.import('fees', `${HEADER}${row}\n`, { dryRun: true });
  expect(report.rejected).toMatchObject([{ message: expect.stringMatching(says) }]);
});

it('a file that says the same as the office changes nothing, and no payment of a file goes to a void year', async () => {
  const at = await decidedByHand();
  const same = FEES.replace('2022-03-01,50.00,no', '2022-03-01,50.00,').replace(
    '2023-03-01,50.00',
    '2023-03-01,40.00',
  );
  expect(await at.import('fees', same)).toMatchObject({ unchanged: 4, rejected: [] });
  await at.import(
    'payments',
    'member_no,code,received_on,amount,method,reference,year_start\nA1,RMA,2026-10-01,50,cash,,2024-03-01\n',
  );
  const paid = 'SELECT substr(year_start, 1, 4) AS year FROM annual_fee WHERE paid_cents > 0';
  expect(at.rows(paid)).not.toContainEqual({ year: '2024' });
  expect(at.rows(paid)).toHaveLength(1);
  expect(unbalancedMoney(at.office.db.sqlite)).toBe(0);
  expect(Object.values(accounts(at.office)).reduce((sum, cents) => sum + cents, 0)).toBe(0);
});

it('an amount below what is paid of a fee is refused, for the rest would be owed to nobody', async () => {
  const at = await decidedByHand();
  await at.import(
    'payments',
    'member_no,code,received_on,amount,method,reference,year_start\nA1,RMA,2026-10-01,50,cash,,2025-03-01\n',
  );
  const report = await at.import('fees', `${HEADER}A1,RMA,2025-03-01,45.00,no\n`, { dryRun: true });
  expect(report.rejected).toMatchObject([
    { message: expect.stringMatching(/less than the \$50.00 that is paid/) },
  ]);
  expect(await at.import('fees', `${HEADER}A1,RMA,2025-03-01,55.00,no\n`)).toMatchObject({ updated: 1 });
});
