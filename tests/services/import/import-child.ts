// A process that imports a file, to be killed: `node import-child.ts FOLDER KIND FILE`. It writes a line to stdout, unbuffered, whenever
// it tells its progress: `check` while it only reads, `apply` from the moment on at which it can no longer be cancelled.
import { writeSync } from 'node:fs';
import { startWork } from '../../../electron/jobs/work.ts';
import { runImport } from '../../../electron/services/import/index.ts';
import { IMPORT_KINDS } from '../../../shared/domain/import.ts';
import { officeIn } from './office-in.ts';

const [folder = '', kindText = '', file = ''] = process.argv.slice(2);
const kind = IMPORT_KINDS.find((known) => known === kindText);
if (kind === undefined) throw new Error(`no kind ${kindText}`);
const office = await officeIn(folder);
const work = startWork(new AbortController().signal, ({ cancellable }) => {
  writeSync(1, cancellable ? 'check\n' : 'apply\n');
});
await runImport(office, { kind, file }, work);
await office.close();
