import { resolve } from 'node:path';
import { createBackup } from '../../services/backup/create.ts';
import { restoreBackup } from '../../services/backup/restore.ts';
import { verifyOffice } from '../../services/backup/verify.ts';
import type { Call } from '../call.ts';
import { type CommandResult, officeOptions, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `backup OUT` */
export async function backup(call: Call): Promise<CommandResult> {
  const [out = ''] = call.words;
  const report = await withOffice(call, (office) => createBackup(office, resolve(out), watchedWork(call)));
  return {
    json: { ok: true, ...report },
    text: `${report.files} files backed up and verified (${report.size} bytes, SHA-256 ${report.sha256}).\n${report.file}`,
  };
}

/** `restore FILE --data DIR` */
export async function restore(call: Call): Promise<CommandResult> {
  const [file = ''] = call.words;
  if (call.data === null) throw new UsageError('restore needs --data DIR, the folder to restore into');
  const { folder, actor, clock } = officeOptions(call);
  const report = await restoreBackup({ file: resolve(file), folder, actor, clock }, watchedWork(call));
  const aside = report.before === null ? '' : ` The office that was there is kept in ${report.before}.`;
  return {
    json: { ok: true, ...report },
    text: `${report.files} files restored and verified into ${report.folder}.${aside}`,
  };
}

/** `verify` */
export async function verify(call: Call): Promise<CommandResult> {
  const report = await withOffice(call, (office) => verifyOffice(office, watchedWork(call)));
  const failed = report.checks.filter(({ ok }) => !ok);
  return {
    json: report,
    text: report.checks.map(({ ok, message }) => `${ok ? 'ok     ' : 'FAILED '} ${message}`).join('\n'),
    ...(report.ok ? {} : { refused: failed.map(({ message }) => message).join(' ') }),
  };
}
