import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

const NO = '700501';
const LATE = '700502';

/** An office of two who lapsed: one in 2020, one in 2012. */
async function lapsed(): Promise<readonly string[]> {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22', '--actor', 'Maya'];
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };
  await officeJson('init', ...data);
  const members = [`${NO},Dora,Vance,45 N Elm St,Rosemont,IL,60018`, `${LATE},Emil,Noor,,,,`];
  const certifications = [`${NO},RMA,2005-03-10`, `${LATE},RPT,2001-06-01`];
  const paidTo = (no: string, code: string, day: string, first: number, last: number) =>
    Array.from(
      { length: last - first + 1 },
      (_, n) => `${no},${code},${first + n}${day},50.00,cheque,${first + n}${day}`,
    );
  await officeJson(
    'import',
    'members',
    file('m.csv', ['member_no,first_name,last_name,address1,city,state,zip', ...members]),
    ...data,
  );
  await officeJson(
    'import',
    'certifications',
    file('c.csv', ['member_no,code,certified_on', ...certifications]),
    ...data,
  );
  await officeJson(
    'import',
    'payments',
    file('p.csv', [
      'member_no,code,received_on,amount,method,year_start',
      ...paidTo(NO, 'RMA', '-03-10', 2006, 2019),
      ...paidTo(LATE, 'RPT', '-06-01', 2002, 2011),
    ]),
    ...data,
  );
  return data;
}

test('the whole of an application by CCP on the command line, from the check to the papers', async () => {
  const data = await lapsed();
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await office('recert', ...args, ...data);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return stdout;
  };
  expect(await say('check', NO, 'RMA')).toMatch(/by ccp: open, fee \$100\.00, an unconfirmed office default/);
  const refused = await office('recert', 'start', LATE, 'RPT', '--by', 'ccp', ...data);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('SC-RECERT-2');
  expect(await say('start', NO, 'RMA', '--by', 'ccp', '--received', '2026-11-02')).toContain('5 missing');
  await say('felony-readers', 'Maya');
  await say('felony', '1', '--answer', 'no');
  expect(await say('felony', '1')).toBe('no\n');
  await say('form', '1', '--attested', '2026-10-30');
  const listed = await say(
    ...[
      'points',
      '1',
      '--category',
      'professional-education',
      '--title',
      'Phlebotomy update',
      '--points',
      '30',
    ],
    ...['--completed', '2025-05-02', '--criteria', 'job;knowledge', '--proof', '2026-11-02'],
  );
  expect(listed).toContain('Phlebotomy update: 30 of 30');
  await officeJson('deposit', 'open', '--count', '1', '--total', '100', ...data);
  const paid = await office(
    ...['deposit', 'add', '1', '--amount', '100', '--method', 'cheque', '--reference', '1041'],
    ...['--member', NO, '--recertification', ...data],
  );
  expect(paid.stdout).toContain('$100.00 to recertification 1');
  await say('step', '1', 'under-review');
  expect(await say('step', '1', 'approved', '--on', '2026-11-22')).toContain('Approved');
  const out = join(tempFolder(), 'papers');
  expect(await say('papers', '1', '--out', out)).toContain('1-1-certificate.pdf');
  expect(existsSync(join(out, '1-2-wallet-card.pdf'))).toBe(true);
  const [standing] = (await officeJson('explain', NO, ...data)) as { status: string }[];
  expect(standing?.status).toBe('active');
  expect(await officeJson('recert', 'list', '--all', '--member', NO, ...data)).toMatchObject({
    total: 1,
    rows: [{ application: 1, status: 'approved', missing: 0 }],
  });
  expect(await officeJson('verify', ...data)).toMatchObject({ ok: true });
}, 60_000);

test('usage that is wrong ends with 2 and a sentence', async () => {
  for (const args of [
    ['recert', 'start', NO, 'RMA'],
    ['recert', 'step', '1', 'lost'],
    ['recert', 'line', '1', '2'],
    ['recert', 'points', '1', '--category', 'sport'],
  ]) {
    const { code, stderr } = await office(...args, '--data', tempFolder());
    expect([code, stderr.split('\n')[0]], args.join(' ')).toEqual([2, expect.stringMatching(/\S/)]);
  }
}, 60_000);

test('SC-RECERT-4: a way that the assistant found is kept with an application by exam, and its documents come one by one', async () => {
  const data = await lapsed();
  const started = await officeJson('recert', 'start', NO, 'RMA', '--by', 'exam', ...data);
  const answers = join(tempFolder(), 'answers.json');
  writeFileSync(answers, '{"training": "none", "work-years": 6, "teaching-years": null, "points": 0}');
  const on = String((started as { application: number }).application);
  const say = async (...args: string[]) => (await office('recert', ...args, ...data)).stdout;
  const kept = await say('eligibility', on, '--way', 'work', '--answers', answers);
  expect(kept).toContain('[x] Current eligibility criteria: Work experience');
  expect(kept).toContain('document 2: Employment verification form, signed by each employer, missing');
  expect(await say('document', on, '2', '--came', '2026-11-20')).toContain('employer, came 2026-11-20');
  expect(await say('document', on, '2', '--undo')).toContain('employer, missing');
  const closed = await office(
    'recert',
    'eligibility',
    on,
    '--way',
    'military',
    '--answers',
    answers,
    ...data,
  );
  expect(closed).toMatchObject({ code: 1, stdout: '' });
  expect(closed.stderr).toContain('is closed by the answers');
});
