import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

const AS_OF = ['--as-of', '2026-11-22'];

const FACTS = {
  asOf: '2026-11-22',
  certification: { code: 'RMA', certifiedOn: '2025-05-01', recertifiedOn: null },
  fees: [{ yearStart: '2026-05-01', amountCents: 5000, paidCents: 0, waived: false }],
  activities: [],
  attestations: [],
  audits: [],
  recertification: null,
};

test('from an empty folder to a mailed month, every answer as the contract says', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), ...AS_OF];
  expect(await officeJson('init', '--sample', '250', '--seed', '3', ...data)).toMatchObject({
    members: 250,
    certifications: expect.any(Number),
    activities: expect.any(Number),
  });
  const swept = await officeJson('sweep', ...data);
  expect(swept).toMatchObject({
    evaluated: expect.any(Number),
    invoiced: expect.any(Number),
    rolled: expect.any(Number),
    lapsed: expect.any(Number),
    byStatus: {
      active: expect.any(Number),
      due: expect.any(Number),
      'past-due': expect.any(Number),
      lapsed: expect.any(Number),
    },
  });
  const prepared = (await officeJson(
    'notices',
    'prepare',
    '--kind',
    'renewal',
    '--month',
    '2026-12',
    ...data,
  )) as {
    run: string;
    selected: number;
    toPrint: number;
    toEmail: number;
    held: { memberNo: string; reason: string }[];
  };
  expect(prepared.run).toBe('2026-12-A');
  expect(prepared.toPrint + prepared.toEmail + prepared.held.length).toBe(prepared.selected);
  expect(await officeJson('notices', 'prepare', '--kind', 'renewal', '--month', '2026-12', ...data)).toEqual(
    prepared,
  );
  const out = join(folder, 'december.pdf');
  const printed = await officeJson('notices', 'print', prepared.run, '--out', out, ...data);
  expect(printed).toMatchObject({
    sheets: prepared.toPrint,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  expect(
    await officeJson('notices', 'mark-mailed', prepared.run, '--on', '2026-11-24', ...data),
  ).toMatchObject({ mailedOn: '2026-11-24' });
  expect(await officeJson('notices', 'mark-mailed', prepared.run, '--undo', ...data)).toMatchObject({
    mailedOn: null,
  });
  const hits = (await officeJson('lookup', 'featherstonehaugh', ...data)) as {
    memberNo: string;
    name: string;
    certifications: { code: string; status: string }[];
  }[];
  expect(hits[0]).toMatchObject({
    memberNo: expect.any(String),
    name: expect.stringContaining('Featherstonehaugh'),
    certifications: expect.arrayContaining([{ code: 'RMA', status: 'past-due' }]),
  });
  const [standing] = (await officeJson('explain', hits[0]?.memberNo ?? '', ...data)) as unknown[];
  expect(standing).toMatchObject({
    asOf: '2026-11-22',
    status: expect.any(String),
    reasons: expect.any(Array),
  });
  expect(await officeJson('verify', ...data)).toMatchObject({ ok: true });
  const backup = join(folder, 'office.backup');
  expect(await officeJson('backup', backup, ...data)).toMatchObject({ ok: true });
  expect(await officeJson('restore', backup, '--data', join(folder, 'restored'))).toMatchObject({ ok: true });
  expect(
    await officeJson('lookup', 'featherstonehaugh', '--data', join(folder, 'restored'), ...AS_OF),
  ).toEqual(hits);
});

test('evaluate answers in the order of the file, one object or many', async () => {
  const folder = tempFolder();
  const one = join(folder, 'one.json');
  const many = join(folder, 'many.json');
  writeFileSync(one, JSON.stringify(FACTS));
  writeFileSync(
    many,
    JSON.stringify([FACTS, { ...FACTS, certification: { ...FACTS.certification, code: 'MT' } }]),
  );
  expect(await officeJson('evaluate', one)).toMatchObject([
    { code: 'RMA', status: 'past-due', fees: { owedCents: 5000, oldestUnpaidDueOn: '2026-05-31' } },
  ]);
  expect(await officeJson('evaluate', many)).toMatchObject([{ code: 'RMA' }, { code: 'MT' }]);
});

test('what-if lists whose status would change', async () => {
  const data = ['--data', join(tempFolder(), 'office'), ...AS_OF];
  await officeJson('init', '--sample', '250', ...data);
  const { changed } = (await officeJson('what-if', '--set', 'lapse-after-months=12', ...data)) as {
    changed: { from: string; to: string }[];
  };
  expect(changed.length).toBeGreaterThan(0);
  for (const change of changed) expect(change).toMatchObject({ from: 'past-due', to: 'lapsed' });
});

describe('wrong usage ends with 2, refusals with 1, each in one sentence on stderr and nothing on stdout', () => {
  const folder = () => join(tempFolder(), 'none');
  const cases: readonly (readonly [
    why: string,
    code: number,
    sentence: RegExp,
    args: () => readonly string[],
  ])[] = [
    ['unknown command', 2, /no command “frobnicate”/, () => ['frobnicate']],
    ['half a command', 2, /followed by one of: prepare, print/, () => ['notices']],
    ['unknown option', 2, /--colour/, () => ['sweep', '--colour', 'red']],
    ['too few words', 2, /explain takes: MEMBER_NO/, () => ['explain']],
    ['a date that is none', 2, /--as-of 2026-02-30 is no date/, () => ['sweep', '--as-of', '2026-02-30']],
    [
      'a month that is none',
      2,
      /--month 2026-13 is no month/,
      () => ['notices', 'prepare', '--kind', 'renewal', '--month', '2026-13'],
    ],
    [
      'a kind that is none',
      2,
      /kind/,
      () => ['notices', 'prepare', '--kind', 'birthday', '--month', '2026-12'],
    ],
    ['no command', 2, /name a command; “--help” lists them/, () => []],
    ['a seed of nothing', 2, /--seed goes with --sample/, () => ['init', '--seed', '3', '--data', folder()]],
    ['no number', 2, /--sample many/, () => ['init', '--sample', 'many', '--data', folder()]],
    ['nothing to import', 2, /cannot be imported/, () => ['import', 'horses', 'x.csv']],
    ['no office', 1, /There is no office in/, () => ['sweep', '--data', folder()]],
    ['no file', 1, /cannot be read/, () => ['evaluate', join(folder(), 'x.json')]],
    ['no backup', 1, /There is no file/, () => ['restore', join(folder(), 'x.backup'), '--data', folder()]],
  ];
  test.each(cases)('%s', async (_why, code, sentence, args) => {
    const ended = await office(...args());
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/ at .*\.(ts|js):/);
  });

  test('malformed facts name the path of the value', async () => {
    const file = join(tempFolder(), 'facts.json');
    writeFileSync(
      file,
      JSON.stringify([
        FACTS,
        { ...FACTS, fees: [{ yearStart: '2026-05-02', amountCents: 1, paidCents: 0, waived: false }] },
      ]),
    );
    const ended = await office('evaluate', file, '--json');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('[1].fees[0].yearStart: 2026-05-02 is not an anniversary of 2025-05-01. ');
  });

  test('facts that are not UTF-8 are refused, not guessed at', async () => {
    const file = join(tempFolder(), 'facts.json');
    writeFileSync(file, JSON.stringify({ ...FACTS, note: 'René' }), 'latin1');
    const ended = await office('evaluate', file, '--json');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('is not JSON: ');
    expect(ended.stderr).toContain('utf-8');
  });

  test('a refused import says how many rows, the first of them, and what to do', async () => {
    const folder = tempFolder();
    const data = ['--data', join(folder, 'office')];
    expect((await office('init', ...data)).code).toBe(0);
    const file = join(folder, 'members.csv');
    const header = 'member_no,first_name,last_name';
    writeFileSync(file, `${header}\n1,Ann,Lee\n${header}\n`);
    const ended = await office('import', 'members', file, ...data);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('2 rows: 0 added, 0 updated, 0 unchanged, 1 rejected.');
    expect(ended.stderr).toMatch(
      /: 1 of the 2 rows of members .* nothing was changed\. The first: Row 3: .*, remove this row\. Correct the rejected rows/,
    );
  });

  test('an office that is there is not made again', async () => {
    const data = ['--data', join(tempFolder(), 'office')];
    expect((await office('init', ...data)).code).toBe(0);
    const ended = await office('init', ...data);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('already an office');
    expect(existsSync(join(data[1] ?? '', 'office.db'))).toBe(true);
  });
});

test('help tells every command with an example', async () => {
  const { code, stdout } = await office('--help');
  expect(code).toBe(0);
  for (const name of [
    'init',
    'import',
    'lookup',
    'explain',
    'evaluate',
    'sweep',
    'notices prepare',
    'notices print',
    'notices mark-mailed',
    'what-if',
    'backup',
    'restore',
    'verify',
  ])
    expect(stdout).toContain(`  ${name} `);
  expect((await office('notices', 'print', '--help')).stdout).toContain('--from 214 --to 230');
});
