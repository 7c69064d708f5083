import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../electron/documents/store.ts';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { verifyOffice } from '../../electron/services/backup/verify.ts';
import { finishDestructions } from '../../electron/services/intake/retention/finish.ts';
import { saveManagers } from '../../electron/services/managers.ts';
import { oldDocument } from '../services/intake/retention/old-documents.ts';
import { emptyOffice, tempFolder } from '../temp-office.ts';
import { openForCrash } from './child.ts';

// A destruction that is killed (SIGKILL) is on the log whole or not at all, and the next start completes it.

const CHILD = join(import.meta.dirname, 'destruction-child.ts');
const DOCUMENTS = 24;
/** Just after the log says so, after one document, in the middle, before the last; then at random moments. */
const AT = [0, 1, DOCUMENTS / 2, DOCUMENTS - 1];
const RANDOM = 4;

test('killed between the log and the last byte, it is completed at the next start', {
  timeout: 300_000,
}, async () => {
  const office = await emptyOffice();
  await saveManagers(office, ['Crash']);
  const hashes: string[] = [];
  for (let at = 0; at < DOCUMENTS; at++)
    hashes.push((await oldDocument(office, `document ${at}`, '2024-03-01', {})).sha256);
  const kept = await oldDocument(office, 'kept', '2026-11-01', {});
  await office.close();
  const root = tempFolder();
  const moments = [...AT.map((at) => ({ at, after: null })), ...Array.from({ length: RANDOM }, random)];
  for (const [index, { at, after }] of moments.entries()) {
    const folder = join(root, String(index));
    cpSync(office.folder, folder, { recursive: true });
    await runChild([folder, String(DOCUMENTS), String(at)], after);
    const again = await openForCrash(folder);
    const logged = again.db.sqlite.prepare('SELECT count(*) FROM destroyed_document').pluck().get();
    // Only what is killed at random may be killed before the log says so.
    expect(after === null ? [DOCUMENTS] : [0, DOCUMENTS]).toContain(logged);
    const there = () => hashes.filter((sha256) => existsSync(documentPath(folder, sha256))).length;
    if (after === null) expect(there(), `killed at ${at}`).toBe(DOCUMENTS - at);
    await finishDestructions(again, unwatchedWork());
    expect(there()).toBe(logged === DOCUMENTS ? 0 : DOCUMENTS);
    expect(existsSync(documentPath(folder, kept.sha256))).toBe(true);
    expect((await verifyOffice(again, unwatchedWork())).checks.filter(({ ok }) => !ok)).toEqual([]);
    await again.close();
  }
});

function random(): { readonly at: number; readonly after: number } {
  return { at: -1, after: Math.random() * 150 };
}

function runChild(args: readonly string[], killAfterMs: number | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (told: Buffer) => {
      if (told.toString().includes('started') && killAfterMs !== null)
        setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}
