import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { createBackup } from '../../electron/services/backup/create.ts';
import { verifyOffice } from '../../electron/services/backup/verify.ts';
import { runImport } from '../../electron/services/import/run-import.ts';
import { prepareRenewals } from '../../electron/services/notices/prepare.ts';
import { printRun } from '../../electron/services/notices/print.ts';
import { refuseOwnFile } from '../../electron/services/own-files.ts';
import { emptyOffice, sampleOffice, TODAY, tempFolder } from '../temp-office.ts';

describe('what an office keeps for itself is never written over', () => {
  const cases: readonly [name: string, refused: boolean][] = [
    ['office.db', true],
    ['office.db-wal', true],
    ['office.lock', true],
    ['OFFICE.DB', true],
    ['notices.pdf', false],
    ['documents/ab/notices.pdf', true],
    ['link/office.db', true],
    ['backups/monday.backup', false],
    ['runs/2026-12-A/2026-12-A.pdf', false],
    ['../notices.pdf', false],
    ['../not-there/notices.pdf', false],
  ];
  test.each(cases)('%s', async (name, refused) => {
    const { folder } = await emptyOffice();
    mkdirSync(join(folder, 'documents', 'ab'), { recursive: true });
    symlinkSync(folder, join(folder, 'link'));
    const refuse = () => refuseOwnFile(join(folder, name));
    if (refused) expect(refuse).toThrow('keeps for itself');
    else expect(refuse).not.toThrow();
  });

  test('neither by a print, nor by a backup, nor by rejected rows', async () => {
    const office = await sampleOffice(60);
    const { run } = await prepareRenewals(
      office,
      { month: '2026-12', asOf: TODAY, again: false },
      unwatchedWork(),
    );
    const csv = join(tempFolder(), 'members.csv');
    writeFileSync(csv, 'member_no,first_name,last_name\n1,,Lee\n');
    const database = join(office.folder, 'office.db');
    const refusal = { code: 'office-file' };
    await expect(
      printRun(office, { run, from: null, to: null, outFile: database }, unwatchedWork()),
    ).rejects.toMatchObject(refusal);
    await expect(createBackup(office, database, unwatchedWork())).rejects.toMatchObject(refusal);
    await expect(
      runImport(office, {
        file: csv,
        kind: 'members',
        dryRun: false,
        skipBadRows: true,
        errorsFile: database,
      }),
    ).rejects.toMatchObject(refusal);
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });
});
