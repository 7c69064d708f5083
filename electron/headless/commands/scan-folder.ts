import { resolve } from 'node:path';
import { systemPageReader } from '../../platform/page-reader.ts';
import { setting } from '../../repositories/settings.ts';
import { collectScans } from '../../services/intake/scan-folder/collect.ts';
import { saveScanFolder } from '../../services/intake/settings.ts';
import type { Office } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { outcomeLines } from './intake.ts';

/** `intake folder [DIR [--leave] | --none]` */
export async function folder(call: Call): Promise<CommandResult> {
  const [typed] = call.words;
  const none = call.flag('none');
  if (none && typed !== undefined) throw new UsageError('Give a folder or --none, not both.');
  const set = await withOffice(call, async (office) => {
    if (none) await saveScanFolder(office, { folder: null, leave: false });
    if (typed !== undefined)
      await saveScanFolder(office, { folder: resolve(typed), leave: call.flag('leave') });
    return scanFolder(office);
  });
  if (set.folder === null) return { json: set, text: 'No scan folder is set.' };
  const after = set.leave
    ? 'stay there once they are taken in'
    : 'are moved to “done” in it once they are taken in';
  return { json: set, text: `${set.folder}: scans ${after}.` };
}

async function scanFolder(
  office: Office,
): Promise<{ readonly folder: string | null; readonly leave: boolean }> {
  const { folder: path = null, leave = false } = (await setting(office.reader, 'intake')) ?? {};
  return { folder: path, leave };
}

/** `intake collect` */
export async function collect(call: Call): Promise<CommandResult> {
  const reader = await systemPageReader();
  try {
    const report = await withOffice(call, (office) =>
      collectScans(office, reader, asOfDate(call), watchedWork(call)),
    );
    const lines = [
      ...report.files.flatMap(outcomeLines),
      ...report.untaken.map(({ name, reason }) => `${name}: not taken. ${reason}`),
    ];
    return { json: report, text: lines.length === 0 ? 'Nothing lies in the scan folder.' : lines.join('\n') };
  } finally {
    reader.close();
  }
}
