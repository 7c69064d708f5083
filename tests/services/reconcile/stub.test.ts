import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { recognise } from '../../../electron/services/payments/recognise.ts';
import type { PayingMember } from '../../../shared/domain/payments.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { csvCents } from '../../../shared/util/money.ts';
import { sampleOffice, TODAY } from '../../temp-office.ts';
import { enter, linesIn, paymentFile, read } from './payment-file.ts';

/** A member who got a sheet that asks for what can be paid, its scan line, and what it asks. */
async function asked(
  office: Office,
  run: string,
): Promise<{ code: string; member: PayingMember; cents: number }> {
  for (let sheet = 1; sheet < 200; sheet++) {
    const code = sheetCodeText({ run, sheet, purpose: 'RN' });
    const { candidates, stub } = await recognise(office, code, TODAY);
    const [member] = candidates;
    const plain =
      member?.certifications.every(({ mustRecertify }) => !mustRecertify) === true && !member.deceased;
    if (member !== undefined && stub !== null && stub.askedCents > 0 && plain)
      return { code, member, cents: stub.askedCents };
  }
  throw new Error('The run has a sheet for someone who can pay');
}

test('the scan line of a stub says whose a line of a lockbox file is, by the recogniser of the deposit desk', async () => {
  const office = await sampleOffice(120);
  const { run } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const { code, member, cents } = await asked(office, run);
  const other = office.db.sqlite
    .prepare<[string], string>('SELECT member_no FROM member WHERE member_no <> ? ORDER BY id LIMIT 1')
    .pluck()
    .get(member.memberNo);
  const damaged = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  const row = (check: string, stub: string, number: string, name: string) => [
    '20261120',
    check,
    csvCents(cents),
    number,
    name,
    stub,
  ];
  const header = ['Date', 'Check No', 'Amount', 'Account', 'Remitter', 'OCR line'];
  const of = async (...line: readonly string[]) =>
    (await read(office, paymentFile([header, line]), 'lockbox')).lines[0];

  expect(await of(...row('1', code, '', member.name))).toMatchObject({ outcome: 'matched' });
  expect(await of(...row('1', code.toLowerCase(), '', ''))).toMatchObject({ outcome: 'matched' });
  expect(await of(...row('1', code, other ?? '', ''))).toMatchObject({
    outcome: 'doubtful',
    suggestion: { memberNo: member.memberNo },
    why: expect.stringMatching(/^The stub is .*, but the number is /),
  });
  expect(await of(...row('1', code, '', 'Somebody Else'))).toMatchObject({
    outcome: 'doubtful',
    suggestion: { memberNo: member.memberNo },
  });
  expect(await of(...row('1', damaged, '', ''))).toMatchObject({
    outcome: 'unmatched',
    why: expect.stringMatching(/not read whole/),
  });

  const { deposit } = await enter(office, paymentFile([header, row('1', code, '', '')]), 'lockbox');
  const [line] = await linesIn(office, deposit);
  expect(line).toMatchObject({ state: 'assigned', unassignedCents: 0, method: 'cheque' });
  expect(line?.payments.reduce((sum, paid) => sum + paid.cents, 0)).toBe(cents);
  expect(line?.payments.every(({ memberNo }) => memberNo === member.memberNo)).toBe(true);
});
