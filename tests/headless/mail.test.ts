import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, wordsByPage } from '../printing/poppler.ts';
import { office, officeJson } from './command-line.ts';

const temp = mkdtempSync(join(tmpdir(), 'standing-mail-'));
const here = (name: string) => join(temp, name);
const AT = ['--data', here('office'), '--as-of', '2026-11-22', '--actor', 'Dana'] as const;
const RUN = '2026-12-A';

beforeAll(async () => {
  await officeJson('init', '--sample', '300', '--seed', '7', ...AT);
  await officeJson('notices', 'prepare', '--kind', 'renewal', '--month', '2026-12', ...AT);
  await officeJson('notices', 'print', RUN, '--out', here('run.pdf'), ...AT);
}, 60_000);
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** The QR code's text as printed under it. */
function codeOfSheet(sheet: number): string {
  const text = read('pdftotext', ['-f', String(sheet), '-l', String(sheet), here('run.pdf'), '-']);
  return /ST1\.\S+/.exec(text)?.[0] ?? '';
}

test('a returned letter is noted by its code, listed, told twice, and taken back', async () => {
  const noted = await officeJson('mail', 'returned', codeOfSheet(2), '--reason', 'vacant', ...AT);
  expect(noted).toMatchObject({ run: RUN, sheet: 2, badReason: 'vacant', already: { on: '2026-11-22' } });
  expect(await officeJson('mail', 'returned', ...AT)).toMatchObject([
    { run: RUN, sheet: 2, reason: 'vacant' },
  ]);
  const found = await office('mail', 'find', ...AT);
  expect(found.stdout).toContain('vacant since 22 November 2026');
  const twice = await office('mail', 'returned', RUN, '2', '--reason', 'vacant', ...AT);
  expect([twice.code, twice.stderr]).toEqual([
    1,
    expect.stringContaining('was noted as returned on 22 November 2026'),
  ]);
  await officeJson('mail', 'returned', RUN, '2', '--undo', ...AT);
  expect(await officeJson('mail', 'returned', ...AT)).toEqual([]);
});

test.each([
  [['mail', 'returned', '2026-12-A', '2'], 2, '--reason'],
  [['mail', 'returned', '2026-12-A', '2', '--reason', 'lost'], 2, '--reason lost is not known'],
  [['mail', 'returned', 'ST1.2026-12-A.2.RN.ZZZZ', '--reason', 'moved'], 1, 'misread'],
  [['mail', 'confirm', '99999999'], 1, 'no member'],
  [['mail', 'addresses', 'export'], 2, '--out'],
  [['mail', 'addresses', 'import', '/no/such.csv'], 1, 'such.csv'],
  [['mail', 'envelope', '9-return'], 1, 'There are: 10-double-window'],
  [['mail', 'calibrate', '--measured', '2'], 2, '2.03,1.98'],
  [['mail', 'calibrate', '--measured', '3.2,2'], 1, '100 %'],
  [['letters', 'show', 'thanks'], 1, 'There are: renewal'],
  [['letters', 'show', 'renewal', '--version', '4'], 1, 'no version 4'],
  [['letters', 'preview', 'renewal'], 2, '--member'],
])('%j is refused with a sentence', async (words, code, sentence) => {
  const ended = await office(...words, ...AT);
  expect([ended.code, ended.stdout]).toEqual([code, '']);
  expect(ended.stderr).toContain(sentence);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});

test('addresses go out, and the vendor’s answer comes in', async () => {
  const out = await officeJson('mail', 'addresses', 'export', '--out', here('out.csv'), '--run', RUN, ...AT);
  const [, first = ''] = readFileSync(here('out.csv'), 'utf8').split('\r\n');
  const memberNo = first.split(',')[0] ?? '';
  expect(out).toMatchObject({ rows: expect.any(Number) });
  writeFileSync(
    here('answer.csv'),
    `member_no,new_address1,new_city,new_state,new_zip\n${memberNo},9 Far Rd,Springfield,IL,62701\n99999999,9 Far Rd,Springfield,IL,62701\n`,
  );
  const dry = await office('mail', 'addresses', 'import', here('answer.csv'), '--dry-run', ...AT);
  expect(dry.stdout).toContain('1 address would change');
  expect(dry.stdout).toContain('→ 9 Far Rd, Springfield IL 62701');
  expect(await officeJson('mail', 'addresses', 'import', here('answer.csv'), ...AT)).toMatchObject({
    moved: 1,
    rejected: 1,
    rejectedRows: [{ why: 'there is no member 99999999' }],
  });
  const found = await officeJson('lookup', '62701', ...AT);
  expect(found).toMatchObject([{ memberNo }]);
});

test('a letter is shown, changed, refused with its line, and previewed on a member', async () => {
  const { stdout: text } = await office('letters', 'show', 'renewal', ...AT);
  writeFileSync(here('wrong.txt'), text.replace('{{member.name}}', '{{member.nmae}}'));
  const line = text.split('\n').findIndex((one) => one.includes('{{member.name}}')) + 1;
  const wrong = await office('letters', 'save', 'renewal', here('wrong.txt'), ...AT);
  expect(wrong.stderr).toContain(`line ${line}: there is no field “member.nmae”`);
  writeFileSync(here('right.txt'), text.replace('Dear {{member.name}}', 'Good day {{member.name}}'));
  expect(await officeJson('letters', 'save', 'renewal', here('right.txt'), ...AT)).toEqual({
    letter: 'renewal',
    version: 1,
  });
  expect((await office('letters', 'list', ...AT)).stdout).toContain(
    'version 1, saved 22 November 2026 by Dana',
  );
  const [member] = (await officeJson('lookup', 'Rosa', ...AT)) as readonly { readonly memberNo: string }[];
  await officeJson(
    'letters',
    'preview',
    'renewal',
    '--member',
    member?.memberNo ?? '',
    '--out',
    here('p.pdf'),
    ...AT,
  );
  expect(read('pdftotext', [here('p.pdf'), '-'])).toContain('Good day');
});

test('the tap test tells what the windows show', async () => {
  expect(await officeJson('mail', 'tap-test', '--envelope', 'a4-dl', ...AT)).toMatchObject({
    envelope: 'a4-dl',
    warnings: [],
  });
});

test('a measured printer gets a moved copy, and the run’s own print stays as it is', async () => {
  await officeJson('mail', 'calibrate', '--measured', '2.25,2', ...AT);
  const plain = await officeJson('notices', 'print', RUN, '--out', here('plain.pdf'), ...AT);
  const moved = await officeJson('notices', 'print', RUN, '--out', here('moved.pdf'), '--calibrated', ...AT);
  expect(moved).toMatchObject({ sha256: (plain as { readonly sha256: string }).sha256 });
  expect(readFileSync(here('plain.pdf')).equals(readFileSync(here('run.pdf')))).toBe(true);
  const at = (name: string) => wordsByPage(here(name))[0]?.[10]?.left ?? 0;
  expect(at('moved.pdf') - at('plain.pdf')).toBeCloseTo(-0.25, 3);
  expect(await officeJson('verify', ...AT)).toMatchObject({ ok: true });
}, 30_000);
