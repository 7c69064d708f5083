import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { forkedReader } from '../../electron/documents/reading/forked.ts';
import { pageReader } from '../../electron/documents/reading/reader.ts';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { takeFiles } from '../../electron/services/intake/take.ts';
import type { Office } from '../../electron/services/office.ts';
import { CRASH_DAY, openForCrash } from './child.ts';

// A process that takes documents in, to be killed while it does.

export async function takeScans(office: Office, scans: string): Promise<void> {
  const reader = pageReader(forkedReader);
  const files = readdirSync(scans)
    .toSorted()
    .map((name) => join(scans, name));
  try {
    await takeFiles(office, reader, { files, channel: 'command' }, CRASH_DAY, unwatchedWork());
  } finally {
    reader.close();
  }
}

if (import.meta.main) {
  const [folder = '', scans = ''] = process.argv.slice(2);
  const office = await openForCrash(folder);
  process.stdout.write('started\n');
  await takeScans(office, scans);
  process.stdout.write('done\n');
  await office.close();
}
