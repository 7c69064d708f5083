import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startWork, unwatchedWork } from '../../../electron/jobs/work.ts';
import { createBackup } from '../../../electron/services/backup/create.ts';
import { restoreBackup } from '../../../electron/services/backup/restore.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { runPdf } from '../../../electron/services/notices/run-file.ts';
import { type Office, openOffice } from '../../../electron/services/office.ts';
import { clockAt, optionsFor, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

/** An office with a printed run, so that every part of it is there. */
async function printedOffice(): Promise<Office> {
  const office = await sampleOffice(150);
  const { run } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const outFile = runPdf(office.folder, run);
  mkdirSync(join(outFile, '..'), { recursive: true });
  await printRun(office, { run, from: null, to: null, outFile }, unwatchedWork());
  return office;
}

const restoreTo = (file: string, folder: string) =>
  restoreBackup({ file, folder, actor: 'Test', clock: clockAt(TODAY) }, unwatchedWork());
const journalOf = (office: Office) =>
  office.db.sqlite.prepare('SELECT hash FROM journal ORDER BY seq').pluck().all();

test('a backup restores to the same office, printed runs included', async () => {
  const office = await printedOffice();
  const file = join(tempFolder(), 'a.backup');
  const before = journalOf(office);
  const report = await createBackup(office, file, unwatchedWork());
  // The database, the run’s PDF, and the copy of it that is kept.
  expect(report).toMatchObject({ file, files: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const folder = join(tempFolder(), 'restored');
  expect(await restoreTo(file, folder)).toMatchObject({ folder, before: null });
  const restored = await openOffice(optionsFor(folder));
  expect(journalOf(restored)).toEqual(before);
  expect(await verifyOffice(restored, unwatchedWork())).toMatchObject({ ok: true });
  expect(
    readFileSync(runPdf(folder, '2026-12-A')).equals(readFileSync(runPdf(office.folder, '2026-12-A'))),
  ).toBe(true);
  await restored.close();
});

test('an office in the way is kept beside the restored one; an open one is left alone', async () => {
  const office = await sampleOffice(80);
  const file = join(tempFolder(), 'a.backup');
  await createBackup(office, file, unwatchedWork());
  await expect(restoreTo(file, office.folder)).rejects.toMatchObject({ code: 'office-locked' });
  await office.close();
  const { before } = await restoreTo(file, office.folder);
  expect(before).not.toBeNull();
  expect(existsSync(join(before ?? '', 'office.db'))).toBe(true);
  await (await openOffice(optionsFor(office.folder))).close();
});

describe('what is damaged or foreign is refused and nothing is touched', () => {
  const cases: readonly (readonly [string, string, (good: Buffer) => Buffer])[] = [
    [
      'a changed byte',
      'backup-damaged|not-a-backup',
      (good) =>
        Buffer.concat([
          good.subarray(0, good.length - 200),
          Buffer.from([1, 2, 3]),
          good.subarray(good.length - 197),
        ]),
    ],
    ['cut short', 'backup-damaged|not-a-backup', (good) => good.subarray(0, Math.floor(good.length * 0.6))],
    ['empty', 'not-a-backup', () => Buffer.alloc(0)],
    ['text', 'not-a-backup', () => Buffer.from('member_no,first_name\n1,Ann\n')],
    ['another gzip', 'not-a-backup', () => gzipSync('hello')],
  ];
  test.each(cases)('%s', async (_what, code, damage) => {
    const office = await sampleOffice(80);
    const folder = tempFolder();
    const good = join(folder, 'good.backup');
    await createBackup(office, good, unwatchedWork());
    const bad = join(folder, 'bad.backup');
    writeFileSync(bad, damage(readFileSync(good)));
    const target = join(folder, 'target');
    await expect(restoreTo(bad, target)).rejects.toMatchObject({ code: expect.stringMatching(code) });
    expect(readdirSync(folder).toSorted()).toEqual(['bad.backup', 'good.backup']);
  });
});

test('a cancelled backup leaves no file', async () => {
  const office = await sampleOffice(80);
  const folder = tempFolder();
  const controller = new AbortController();
  const work = startWork(controller.signal, ({ doing }) => {
    if (doing === 'Writing the backup') controller.abort();
  });
  await expect(createBackup(office, join(folder, 'a.backup'), work)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('verify says what is wrong', async () => {
  const office = await printedOffice();
  writeFileSync(runPdf(office.folder, '2026-12-A'), 'not that PDF');
  office.db.sqlite.exec('DROP TRIGGER payment_allocation_removed');
  office.db.sqlite.exec(
    'DELETE FROM payment_allocation WHERE payment_id = (SELECT min(payment_id) FROM payment_allocation)',
  );
  office.db.sqlite.exec('DROP TRIGGER journal_fixed');
  office.db.sqlite.exec("UPDATE journal SET actor = 'x' WHERE seq = 1");
  const { ok, checks } = await verifyOffice(office, unwatchedWork());
  expect(ok).toBe(false);
  expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual([
    'payments',
    'journal',
    'runs',
  ]);
});

test('verify finds a member who owes another sum by the ledger than the fees say', async () => {
  const office = await printedOffice();
  office.db.sqlite.exec(
    `INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, approved_by, actor)
     SELECT max(id), 'waived', '2026-11-20', -1000, 'entered by no program', 'x', 'x' FROM annual_fee WHERE paid_cents < amount_cents AND waived = 0`,
  );
  const { checks } = await verifyOffice(office, unwatchedWork());
  expect(checks.filter((check) => !check.ok)).toMatchObject([
    { name: 'payments', message: '1 fee, payment or balance does not add up.' },
  ]);
});
