// A process that enters a payment file, to be killed: `node receipts-child.ts FOLDER FILE`. It writes a line to stdout, unbuffered, whenever it
// tells its progress: `read` while it can still be cancelled, `enter` from then on.
import { writeSync } from 'node:fs';
import { startWork } from '../../../electron/jobs/work.ts';
import { enterReceipts } from '../../../electron/services/reconcile/enter.ts';
import { officeAt } from './office-at.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const office = await officeAt(folder);
const work = startWork(new AbortController().signal, ({ cancellable }) => {
  writeSync(1, cancellable ? 'read\n' : 'enter\n');
});
await enterReceipts(office, { source: 'portal', file, mapping: null, sha256: null, skipRefused: true }, work);
await office.close();
