import { unwatchedWork } from '../../electron/jobs/work.ts';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { runImport } from '../../electron/services/import/run-import.ts';
import { prepareRenewals } from '../../electron/services/notices/prepare.ts';
import { printRun } from '../../electron/services/notices/print.ts';
import { type Office, openOffice } from '../../electron/services/office.ts';
import { enterReceipts } from '../../electron/services/reconcile/enter.ts';
import { sweep } from '../../electron/services/sweep/sweep.ts';

// A process that does one job on an office, to be killed while it does.

export const CRASH_DAY = '2026-11-22';

export type CrashJob = 'import' | 'sweep' | 'prepare' | 'print' | 'reconcile';

/** Does the job; `file` is the CSV to import or enter, or the PDF to write. */
export async function doJob(office: Office, job: CrashJob, file: string): Promise<void> {
  const work = unwatchedWork();
  switch (job) {
    case 'import':
      await runImport(office, { file, kind: 'members', dryRun: false, skipBadRows: false }, work);
      return;
    case 'sweep':
      await sweep(office, { asOf: CRASH_DAY, dryRun: false }, work);
      return;
    case 'prepare':
      await prepareRenewals(office, { month: '2026-12', asOf: CRASH_DAY, again: false }, work);
      return;
    case 'reconcile': {
      const request = { source: 'portal', file, mapping: null, sha256: null, skipRefused: false } as const;
      await enterReceipts(office, request, work);
      return;
    }
    default:
      await printRun(office, { run: '2026-12-A', from: null, to: null, outFile: file }, work);
  }
}

export async function openForCrash(folder: string): Promise<Office> {
  const clock = { today: () => CRASH_DAY, now: () => `${CRASH_DAY}T12:00:00.000Z` };
  return openOffice({ folder, actor: 'Crash', clock, resources: resourcesFolder() });
}

if (import.meta.main) {
  const [job = '', folder = '', file = ''] = process.argv.slice(2);
  const office = await openForCrash(folder);
  process.stdout.write('started\n');
  // The test passes one of the five.
  await doJob(office, job as CrashJob, file);
  process.stdout.write('done\n');
  await office.close();
}
