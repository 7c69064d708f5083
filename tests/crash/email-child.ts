import { unwatchedWork } from '../../electron/jobs/work.ts';
import { sendRun } from '../../electron/services/email/send.ts';
import type { Office } from '../../electron/services/office.ts';
import { LOGIN } from '../mail/start-server.ts';
import { openForCrash } from './child.ts';

// A process that sends the e-mails of a run, to be killed while it does.

export const EMAIL_RUN = '2026-12-A';

export async function sendAll(office: Office): Promise<void> {
  await sendRun(office, { run: EMAIL_RUN, password: LOGIN.password }, unwatchedWork());
}

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2);
  const office = await openForCrash(folder);
  process.stdout.write('started\n');
  await sendAll(office);
  process.stdout.write('done\n');
  await office.close();
}
