import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { saveContact } from '../../../electron/services/contact.ts';
import { runImport } from '../../../electron/services/import/index.ts';
import { createOffice, type Office } from '../../../electron/services/office.ts';
import { type Measured, measured } from './measured.ts';

/** Imports into an empty office, or once more into the office that has it all. */
export function ours(file: string, again: boolean): Promise<Measured> {
  return withOffice(async (office) => {
    if (again) await importMembers(office, file);
    return await measured(() => importMembers(office, file));
  });
}

/** How long somebody at the desk, who saves something every few milliseconds, waits while the import runs; sorted. */
export function waits(file: string): Promise<readonly number[]> {
  return withOffice(async (office, folder) => {
    const one = join(folder, 'one.csv');
    writeFileSync(one, 'member_no,first_name,last_name,phone\ndesk-1,Rosa,Núñez,(312) 555-0100\n');
    await importMembers(office, one);
    let running = true;
    const imported = importMembers(office, file).finally(() => {
      running = false;
    });
    const times: number[] = [];
    while (running) {
      const due = performance.now() + PAUSE_MS;
      await setTimeout(PAUSE_MS);
      await saveContact(office, contact(`(312) 555-${String(times.length % 10_000).padStart(4, '0')}`));
      times.push(performance.now() - due);
    }
    await imported;
    return times.toSorted((a, b) => a - b);
  });
}

const PAUSE_MS = 7;

function contact(phone: string): Parameters<typeof saveContact>[1] {
  const address = { address1: '', address2: '', city: '', state: '', zip: '', country: 'US' };
  return { memberNo: 'desk-1', email: '', phone, mailOk: true, emailOk: true, address };
}

async function importMembers(office: Office, file: string): Promise<void> {
  const report = await runImport(office, { kind: 'members', file });
  if (report.added + report.unchanged !== report.rows) throw new Error('not every row was imported');
}

async function withOffice<T>(use: (office: Office, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  const clock = { today: () => '2026-11-22', now: () => new Date().toISOString() };
  const resources = join(import.meta.dirname, '../../../resources');
  const office = await createOffice({ folder: join(folder, 'office'), actor: 'bench', clock, resources });
  try {
    return await use(office, folder);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
