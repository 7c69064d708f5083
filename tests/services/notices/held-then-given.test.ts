import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { saveProfile } from '../../../electron/services/profile.ts';
import type { MissingNotice } from '../../../shared/domain/completeness.ts';
import { office as officeOnPaper } from '../../printing/sample-run.ts';
import { TODAY } from '../../temp-office.ts';
import { BEN, cheque, smallOffice } from '../payments/small-office.ts';

/** Of Ben's anniversary. */
const MONTH = '2026-10';

const prepare = (office: Office, again: boolean) =>
  prepareRun(office, { step: 'renewal', month: MONTH, asOf: TODAY, again }, unwatchedWork());

async function missing(office: Office): Promise<readonly MissingNotice[]> {
  const { steps } = await monthCompleteness(office, MONTH, TODAY, unwatchedWork());
  return steps.find(({ step }) => step === 'renewal')?.missing ?? [];
}

async function pay(office: Office): Promise<void> {
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
  const parts = [{ memberNo: BEN, code: 'RPT', cents: 50_00, yearStart: null }] as const;
  await enterRemittance(office, cheque(deposit, { parts }));
}

test.each([
  ['held and never given, is explained', false, ['held']],
  ['held, then given by a further run, had it', true, []],
] as const)('who has paid since, %s', async (_what, mended, left) => {
  const office = await smallOffice();
  await saveProfile(office, officeOnPaper);
  expect(await prepare(office, false)).toMatchObject({ selected: 1, held: 1 });
  if (mended) {
    office.db.sqlite.exec("UPDATE member SET email = 'm' || member_no || '@members.example'");
    expect(await prepare(office, true)).toMatchObject({ toEmail: 1 });
  }
  await pay(office);
  expect((await missing(office)).map(({ why, settled }) => (settled ? why : 'open'))).toEqual(left);
});
