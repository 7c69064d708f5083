import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { runImport } from '../../../electron/services/import/index.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { content, lines, officeIn } from './office-in.ts';

const MEMBERS = 2100;

const members = lines(
  'member_no,first_name,last_name,address1,city,state,zip',
  ...Array.from(
    { length: MEMBERS },
    (_, i) => `M${i},Ann ${i % 7},Lee ${i % 91},${i} Elm St,Chicago,IL,60601`,
  ),
);
const moved = members.replaceAll(/(\d+5),Ann (\d),(.*) Elm St/g, '$1,Zoë $2,$3 Oak Ave');
const certified = lines(
  'member_no,code,certified_on',
  ...Array.from({ length: MEMBERS }, (_, i) => `M${i},RMA,${2012 + (i % 9)}-0${1 + (i % 9)}-15`),
);
// Several payments a member without a year, so that each hangs on what the ones before have paid.
const paid = lines(
  'member_no,code,received_on,amount,method,reference',
  ...Array.from(
    { length: MEMBERS },
    (_, i) => `M${i % (MEMBERS / 3)},RMA,2022-01-15,${30 + (i % 3) * 25}.00,cheque,${i % 50}`,
  ),
);

const folders: string[] = [];
const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'standing-kill-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Imports the file in a process that is killed at its nth word, some milliseconds on; whether it was still at work. */
function importAndKill(
  folder: string,
  kind: ImportKind,
  file: string,
  word: string,
  nth: number,
  ms: number,
) {
  return new Promise<boolean>((done, failed) => {
    const script = join(import.meta.dirname, 'import-child.ts');
    const child = spawn('node', [script, folder, kind, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let heard = 0;
    child.stdout.on('data', (data: Buffer) => {
      const before = heard;
      heard += data.toString().split(word).length - 1;
      if (before < nth && heard >= nth) setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('error', failed);
    child.on('exit', (_code, signal) => done(signal === 'SIGKILL'));
  });
}

describe.each<[what: string, kind: ImportKind, before: readonly [ImportKind, string][], text: string]>([
  ['new members', 'members', [], members],
  ['changed members', 'members', [['members', members]], moved],
  [
    'payments',
    'payments',
    [
      ['members', members],
      ['certifications', certified],
    ],
    paid,
  ],
])('killed while importing %s', (_what, kind, before, text) => {
  const made = { start: '', expected: {} };

  beforeAll(async () => {
    made.start = temporary();
    const office = await officeIn(made.start);
    for (const [index, [each, rows]] of before.entries()) {
      const file = join(made.start, `${index}.csv`);
      writeFileSync(file, rows);
      expect((await runImport(office, { kind: each, file })).refusal).toBeNull();
    }
    await office.close();
    const whole = temporary();
    cpSync(made.start, whole, { recursive: true });
    writeFileSync(join(made.start, 'import.csv'), text);
    const other = await officeIn(whole);
    await runImport(other, { kind, file: join(made.start, 'import.csv') });
    made.expected = content(other);
    await other.close();
  }, 60_000);

  it.each([
    ['check', 1, 0],
    ['check', 3, 2],
    ['apply', 1, 0],
    ['apply', 1, 4],
    ['apply', 2, 1],
    ['apply', 3, 7],
    ['apply', 5, 11],
  ] as const)(
    'at the %s of part %i, %i ms on',
    async (word, nth, ms) => {
      const folder = temporary();
      cpSync(made.start, folder, { recursive: true });
      const file = join(folder, 'import.csv');
      const killed = await importAndKill(folder, kind, file, word, nth, ms);
      if (nth === 1 && ms === 0) expect(killed).toBe(true);
      const office = await officeIn(folder);
      expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
      if (killed && word === 'apply') expect(content(office)).toEqual(made.expected);
      await runImport(office, { kind, file });
      expect(content(office)).toEqual(made.expected);
      expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
      expect(readdirSync(join(folder, 'office', 'jobs'))).toEqual([]);
      await office.close();
      expect(existsSync(join(folder, 'office', 'office.lock.json'))).toBe(false);
    },
    60_000,
  );
});
