import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { dueSteps, monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { reverse } from '../../../electron/services/payments/reverse.ts';
import { saveProfile } from '../../../electron/services/profile.ts';
import { printPaper } from '../../../electron/services/reports/papers.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { office as officeOnPaper } from '../../printing/sample-run.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { ANN, BEN, smallOffice } from '../payments/small-office.ts';

const MONTH = TODAY.slice(0, 7);

/** The small office, named, whose members have e-mail. */
async function namedOffice(): Promise<Office> {
  const office = await smallOffice();
  await saveProfile(office, officeOnPaper);
  office.db.sqlite.exec("UPDATE member SET email = 'm' || member_no || '@members.example'");
  return office;
}

async function cheque(
  office: Office,
  deposit: number,
  memberNo: string,
  code: CertificationCode,
  cents: number,
  reference = '',
) {
  const part = { memberNo, code, cents, yearStart: null };
  const { entry } = await enterRemittance(office, {
    ...{
      deposit,
      receivedOn: TODAY,
      method: 'cheque',
      amountCents: cents,
      reference,
      payer: '',
      note: '',
    },
    ...{ parts: [part], confirmDuplicate: true },
  });
  return entry?.remittance ?? 0;
}

const prepare = (office: Office, again: boolean) =>
  prepareRun(office, { step: 'receipt', month: MONTH, asOf: TODAY, again }, unwatchedWork());
const given = (office: Office): unknown[] =>
  office.db.sqlite
    .prepare(
      "SELECT m.member_no || ' ' || c.code || ' ' || g.for_date FROM notice_given g JOIN certification c ON c.id = g.certification_id JOIN member m ON m.id = c.member_id WHERE g.step = 'receipt' ORDER BY 1",
    )
    .pluck()
    .all();
const settledYears = (office: Office, memberNo: string): unknown[] =>
  office.db.sqlite
    .prepare(
      `SELECT DISTINCT m.member_no || ' ' || c.code || ' ' || f.year_start FROM payment p JOIN payment_allocation a ON a.payment_id = p.id
         JOIN annual_fee f ON f.id = a.annual_fee_id JOIN certification c ON c.id = f.certification_id JOIN member m ON m.id = c.member_id
         WHERE p.remittance_id IS NOT NULL AND f.paid_cents = f.amount_cents AND m.member_no = ? ORDER BY 1`,
    )
    .pluck()
    .all(memberNo);

test('each year that the post settled gets its receipt once, on one sheet a member; part payments wait', async () => {
  const office = await namedOffice();
  expect((await dueSteps(office, TODAY, unwatchedWork())).map(({ step }) => step)).not.toContain('receipt');
  const { deposit } = await openDeposit(office, { controlCount: 3, controlCents: 0 });
  await cheque(office, deposit, ANN, 'RMA', 300_00);
  await cheque(office, deposit, BEN, 'RPT', 10_00);
  const years = settledYears(office, ANN);
  expect(years.length).toBeGreaterThan(1);
  const due = (await dueSteps(office, TODAY, unwatchedWork())).find(({ step }) => step === 'receipt');
  expect(due).toMatchObject({ month: MONTH, certifications: years.length, after: null });
  const run = await prepare(office, false);
  expect(run).toMatchObject({ selected: 1 });
  expect(given(office)).toEqual(years);
  expect(await prepare(office, false)).toMatchObject({ run: run.run });
  // Nobody new: a further run has nothing to tell.
  expect((await prepare(office, true)).selected - (await prepare(office, true)).held).toBe(0);
  expect(given(office)).toEqual(years);
});

test('a bounced cheque takes the receipt’s reason away, and no year gets a second one', async () => {
  const office = await namedOffice();
  const { deposit } = await openDeposit(office, { controlCount: 3, controlCents: 0 });
  const remittance = await cheque(office, deposit, ANN, 'RMA', 100_00);
  const first = given(office).length;
  await prepare(office, false);
  const told = given(office);
  expect(told.length).toBeGreaterThan(first);
  await reverse(office, { of: { remittance }, kind: 'bounced', reason: 'no funds', on: TODAY });
  const proof = await monthCompleteness(office, MONTH, TODAY, unwatchedWork());
  expect(proof.steps.find(({ step }) => step === 'receipt')).toMatchObject({ should: 0, had: 0 });
  await cheque(office, deposit, ANN, 'RMA', 100_00);
  await prepare(office, true);
  expect(given(office)).toEqual(told);
});

test('a check number in letters that the fonts lack holds up neither the run nor a paper', async () => {
  const office = await namedOffice();
  office.db.sqlite.exec(
    `UPDATE member SET email = '';
     INSERT INTO postal_address (member_id, address1, address2, city, state, zip, country, valid_from)
       SELECT id, '1 Main St', '', 'Rosemont', 'IL', '60018', 'US', '2020-01-01' FROM member`,
  );
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 100_00 });
  await cheque(office, deposit, ANN, 'RMA', 100_00, '支票 1041');
  const { run } = await prepare(office, false);
  const folder = tempFolder();
  const sheets = { run, from: null, to: null, outFile: join(folder, 'run.pdf') };
  const slip = { kind: 'deposit-slip', deposit } as const;
  const printed = [
    await printRun(office, sheets, unwatchedWork()),
    await printPaper(office, slip, join(folder, 'slip.pdf')),
  ];
  for (const { file } of printed)
    expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toContain('1041');
});
