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

/** How long each of somebody's savings took, who saves something every few milliseconds, with the pause before it. */
export interface Waits {
  /** From when it was due; what else the machine does comes on top of what the import does. */
  readonly ms: readonly number[];
  /** Processor time of this process meanwhile, of the import's work above all. */
  readonly cpuMs: readonly number[];
}

/** While an import runs, and beside it with nothing else to do. */
export function waits(file: string): Promise<{ readonly importing: Waits; readonly alone: Waits }> {
  return withOffice(async (office, folder) => {
    const one = join(folder, 'one.csv');
    writeFileSync(one, 'member_no,first_name,last_name,phone\ndesk-1,Rosa,Núñez,(312) 555-0100\n');
    await importMembers(office, one);
    const alone = await savings(office, (times) => times < SAVED_ALONE);
    let running = true;
    const imported = importMembers(office, file).finally(() => {
      running = false;
    });
    const importing = await savings(office, () => running);
    await imported;
    return { importing, alone };
  });
}

const PAUSE_MS = 7;
const SAVED_ALONE = 200;

async function savings(office: Office, goesOn: (times: number) => boolean): Promise<Waits> {
  const ms: number[] = [];
  const cpuMs: number[] = [];
  while (goesOn(ms.length)) {
    const due = performance.now() + PAUSE_MS;
    const cpu = process.cpuUsage();
    await setTimeout(PAUSE_MS);
    await saveContact(office, contact(`(312) 555-${String((ms.length % 9000) + 1000)}`));
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.push((user + system) / 1000);
    ms.push(performance.now() - due);
  }
  return { ms, cpuMs };
}

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
