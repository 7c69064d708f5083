import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

/** Rosa Featherstonehaugh of the sample office: her RMA is past due, her MT is paid. */
const ROSA = '700412';
const ON = ['--as-of', '2026-11-22'] as const;

async function sample(): Promise<readonly string[]> {
  const data = ['--data', join(tempFolder(), 'office'), ...ON];
  await officeJson('init', '--sample', '20', '--seed', '3', ...data);
  await officeJson('sweep', ...data);
  return data;
}

test('a morning’s post: opened, entered, corrected, closed; then refunded, waived and looked at', async () => {
  const data = await sample();
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await office(...args, ...data);
    expect(stderr.replace(/^standing: .*/s, (refusal) => `refused ${refusal}`)).toBe('');
    expect(code).toBe(0);
    return stdout.trim();
  };
  expect(await say('managers', 'Maya')).toBe('Managers: Maya.');
  await say('deposit', 'open', '--count', '2', '--total', '90');
  const added = await say(
    'deposit',
    'add',
    '1',
    '--amount',
    '60.00',
    '--method',
    'cheque',
    '--reference',
    '1041',
    '--member',
    `${ROSA}:rma`,
  );
  expect(added).toContain('$50.00 to the year from 2026-05-01, $10.00 credit');
  await say('deposit', 'add', '1', '--amount', '40', '--method', 'cash', '--payer', 'Jo');
  const twice = [
    'deposit',
    'add',
    '1',
    '--amount',
    '60',
    '--method',
    'cheque',
    '--reference',
    '1041',
    '--member',
    `${ROSA}:RMA`,
  ];
  const again = await office(...twice, ...data);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('is entered already: entry 1 of deposit 1');
  const disagrees = await office('deposit', 'close', '1', ...data);
  expect(disagrees).toMatchObject({ code: 1, stdout: '' });
  expect(disagrees.stderr).toContain(
    'Deposit 1 cannot be closed: $10.00 more is entered than the control says.',
  );
  await say('deposit', 'control', '1', '--count', '2', '--total', '100');
  expect(await say('deposit', 'close', '1')).toContain(
    'closed on 2026-11-22: 2 of 2 entered, $100.00 of $100.00; agrees',
  );
  expect(await say('payments', 'unassigned')).toContain('$40.00 unassigned');
  await say('payments', 'assign', '2', '--member', `${ROSA}:RMA:15`);
  expect(await say('deposit', 'show', '1')).toContain('$25.00 unassigned');
  expect(await say('deposit', 'list', '--open')).toBe('There is no deposit yet.');
  const [newest] = (await officeJson('payments', 'list', ROSA, ...data)) as readonly { payment: number }[];
  const payment = String(newest?.payment);
  expect(await say('payments', 'move', payment, '--to', `${ROSA}:MT`, '--reason', 'meant for MT')).toContain(
    'moved from RMA',
  );
  const [first] = (
    (await officeJson('payments', 'credits', ...data)) as {
      rows: readonly { payment: { payment: number; memberNo: string } }[];
    }
  ).rows.filter((row) => row.payment.memberNo === ROSA);
  expect(
    await say(
      'payments',
      'refund',
      String(first?.payment.payment),
      '--amount',
      '10',
      '--method',
      'cheque',
      '--reason',
      'asked',
      '--approved-by',
      'Maya',
    ),
  ).toContain('$10.00 of payment');
  expect(await say('payments', 'bounce', '--entry', '2', '--reason', 'counterfeit')).toContain(
    'reversed as bounced',
  );
  const year = '2028-05-01';
  expect(await say('fees', 'invoice', ROSA, 'RMA', year, '--reason', 'asked')).toContain(
    'billed through 2029-04-30, paid through 2027-04-30',
  );
  expect(
    await say('fees', 'adjust', ROSA, 'RMA', year, '--amount', '45.50', '--reason', 'student'),
  ).toContain('$45.50 due 2028-05-31: unpaid');
  expect(await say('fees', 'void', ROSA, 'RMA', year, '--reason', 'in error')).toContain('void');
  expect(await say('fees', 'voided')).toContain('$45.50  voided on 2026-11-22: in error');
  expect(await say('fees', 'reissue', ROSA, 'RMA', year, '--reason', 'after all')).toContain(
    'reissued on 2026-11-22',
  );
  expect(
    await say('fees', 'waive', ROSA, 'RMA', year, '--reason', 'hardship', '--approved-by', 'Maya'),
  ).toContain('(allowed by Maya): hardship');
  expect(
    await say('fees', 'unwaive', ROSA, 'RMA', year, '--reason', 'no', '--approved-by', 'Maya'),
  ).toContain('unpaid');
  expect(await say('payments', 'find', ROSA)).toContain('RMA  active, owes $0.00');
  expect(await say('verify')).toContain('Payments and fees agree to the cent.');
});

test('a statement and a receipt are written as e-mails, and the journal as a file', async () => {
  const data = await sample();
  const folder = tempFolder();
  const report = await officeJson('statement', ROSA, '--to-folder', folder, ...data);
  expect(report).toMatchObject({ state: 'sent', outcome: 'written to folder' });
  const [payment] = (await officeJson('payments', 'list', ROSA, ...data)) as readonly { payment: number }[];
  await officeJson('payments', 'receipt', String(payment?.payment), '--to-folder', folder, ...data);
  expect(readdirSync(folder)).toHaveLength(2);
  const csv = join(folder, 'journal.csv');
  const { lines, totalCents } = (await officeJson(
    ...['payments', 'journal', '--from', '2020-01-01', '--out', csv],
    ...data,
  )) as { lines: number; totalCents: number };
  const rows = readFileSync(csv, 'utf8').trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(lines + 1);
  const sum = rows.slice(0, -1).reduce((all, row) => all + Math.round(Number(row.split(',')[3]) * 100), 0);
  expect(sum).toBe(totalCents);
  expect(rows.at(-1)).toBe(`,,total,${(totalCents / 100).toFixed(2)}`);
});

describe('wrong input', () => {
  let data: readonly string[] = [];
  beforeAll(async () => {
    const { mkdtempSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    data = ['--data', join(mkdtempSync(join(tmpdir(), 'standing-test-')), 'office'), ...ON];
    await officeJson('init', '--sample', '20', '--seed', '3', ...data);
    await officeJson('deposit', 'open', '--count', '1', '--total', '50', ...data);
    return async () => {
      const { rmSync } = await import('node:fs');
      const { dirname } = await import('node:path');
      rmSync(dirname(data[1] ?? ''), { recursive: true, force: true });
    };
  }, 60_000);

  const add = 'deposit add 1 --amount 50 --method cheque';
  const cases: readonly (readonly [line: string, code: number, says: string])[] = [
    ['deposit open --count 3', 2, '--total is missing'],
    ['deposit open --count -1 --total 5', 2, 'count'],
    ['deposit open --count 3 --total five', 2, '--total five is no amount'],
    ['deposit add one --amount 5 --method cash', 2, 'one is no number of a deposit'],
    ['deposit add 1 --amount 5', 2, '--method is missing; it is one of: cheque, card, cash, online'],
    ['deposit add 1 --amount 5 --method gold', 2, '--method gold is not known'],
    ['deposit add 1 --amount -5 --method cash', 2, 'amount'],
    ['deposit add 1 --amount 0 --method cash', 1, 'more than nothing'],
    ['deposit add 9 --amount 5 --method cash', 1, 'There is no deposit 9.'],
    [`${add} --member`, 2, 'member'],
    [`${add} --member ${ROSA}`, 1, `has several certifications: MT, RMA. Say which, such as ${ROSA}:MT.`],
    [`${add} --member ${ROSA}:XYZ`, 2, 'XYZ is no certification'],
    [`${add} --member ${ROSA}:RMA:x`, 2, 'x in --member'],
    [`${add} --member ${ROSA}:RMA:60`, 1, '$10.00 more than the $50.00 there is'],
    [`${add} --member ${ROSA}:RMA --member ${ROSA}:MT`, 2, 'only one --member may go without an amount'],
    [`${add} --member ${ROSA}:RMA:50 --member ${ROSA}:MT`, 2, 'nothing is left'],
    [`${add} --member 1:RMA`, 1, 'There is no member with the number 1.'],
    [`${add} --member ${ROSA}:RMA --year 2026-05-02`, 1, 'with a fee starts on 2 May 2026'],
    [`${add} --stub ST1.2026-12-A.1.RN.0000`, 1, 'not read whole'],
    [`${add} --stub ST1.x --member ${ROSA}`, 2, 'give one of them'],
    [`${add} --received 2026-11-23`, 1, 'lies ahead'],
    [`${add} --received 23.11.2026`, 2, 'is no date'],
    [`${add} --reference 4111111111111111`, 1, 'looks like a card number'],
    ['payments reverse --reason x', 2, 'give the number of a payment, or --entry'],
    ['payments reverse 1 --entry 1 --reason x', 2, 'give the number of a payment, or --entry'],
    ['payments reverse 1', 2, '--reason is missing'],
    ['payments bounce 99999 --reason x', 1, 'There is no payment 99999.'],
    ['payments move 1 --to 700412 --reason x', 2, '--to takes NUMBER:CODE'],
    ['payments assign 1', 2, '--member is missing'],
    ['payments assign 1 --member 700412:MT', 1, 'There is no entry'],
    ['payments refund 1 --amount 5 --method cash --reason x', 1, 'needs a manager'],
    ['payments apply-credit 1', 2, '--fee is missing'],
    ['payments list 1', 1, 'There is no member with the number 1.'],
    ['payments', 2, 'payments is followed by one of: list, find'],
    ['payments receipt 1', 2, '--out FILE.pdf or --email is missing'],
    ['payments receipt 1 --email --out r.pdf', 2, 'give one of them at a time'],
    ['payments receipt 99999 --to-folder /nowhere', 1, 'There is no payment 99999.'],
    [`statement ${ROSA} --email`, 1, 'No mail server is named yet.'],
    [`statement ${ROSA} --from 2026-11-02 --to 2026-11-01`, 1, 'ends on 1 November 2026'],
    ['payments journal --out', 2, 'out'],
    ['fees show', 2, 'fees show takes: MEMBER_NO'],
    [`fees void ${ROSA} RMA 2026`, 2, 'is no date'],
    [`fees waive ${ROSA} RMA 2026-05-01 --reason x`, 1, 'needs a manager'],
  ];
  test.each(cases)('%s', async (line, code, says) => {
    const ended = await office(...line.split(' '), ...data);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended).toMatchObject({ code, stdout: '' });
  });
});
