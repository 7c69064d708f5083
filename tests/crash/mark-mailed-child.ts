import { markMailed, unmarkMailed } from '../../electron/services/notices/mark-mailed.ts';
import { TODAY } from '../temp-office.ts';
import { openForCrash } from './child.ts';

// A process that marks runs of the audit as mailed and takes that back, over and over, to be killed while it does.

if (import.meta.main) {
  const [folder = '', ...runs] = process.argv.slice(2);
  const office = await openForCrash(folder);
  for (;;) {
    for (const run of runs) await markMailed(office, { run, on: TODAY });
    for (const run of runs) await unmarkMailed(office, run);
    process.stdout.write('round\n');
  }
}
