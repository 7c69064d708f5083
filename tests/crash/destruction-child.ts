import { startWork } from '../../electron/jobs/work.ts';
import { destroyDocuments } from '../../electron/services/intake/retention/destroy.ts';
import { CRASH_DAY, openForCrash } from './child.ts';

// A process that destroys what is due, and kills itself once so many documents are gone; −1 = it is killed from outside.

if (import.meta.main) {
  const [folder = '', count = '', killAt = ''] = process.argv.slice(2);
  const office = await openForCrash(folder);
  const work = startWork(new AbortController().signal, ({ done }) => {
    if (done === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
  process.stdout.write('started\n');
  await destroyDocuments(
    office,
    { documents: null, confirmed: Number(count), approvedBy: 'Crash', note: '' },
    CRASH_DAY,
    work,
  );
  process.stdout.write('done\n');
  await office.close();
}
