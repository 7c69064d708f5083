import { setTimeout as wait } from 'node:timers/promises';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { ScanReport } from '../../../../shared/domain/intake.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import type { PageReader } from '../../../documents/reading/reader.ts';
import type { Work } from '../../../jobs/work.ts';
import { setting } from '../../../repositories/settings.ts';
import type { Office } from '../../office.ts';
import { lookInto, steadyFiles } from '../../watched-folder/sight.ts';
import { takeScans } from './take-scans.ts';
import { isScan } from './watch.ts';

/** Between the two looks that tell what is still written. */
const PAUSE_MS = 2_000;

/**
 * Takes what lies in the scan folder now, once, but for what is written to meanwhile.
 * @throws StandingError `no-folder`, `folder-away`, `cancelled`
 */
export async function collectScans(
  office: Office,
  reader: PageReader,
  on: CalendarDate,
  work: Work,
): Promise<ScanReport> {
  const { folder = null, leave = false } = (await setting(office.reader, 'intake')) ?? {};
  if (folder === null)
    throw new StandingError(
      'no-folder',
      'No scan folder is set.',
      'Name one in Settings, Intake, or with intake folder.',
    );
  const before = await lookInto(folder, isScan);
  await wait(PAUSE_MS);
  await work.breathe();
  const now = await lookInto(folder, isScan);
  if (before === null || now === null)
    throw new StandingError(
      'folder-away',
      `The scan folder ${folder} cannot be reached.`,
      'Check the drive or the network; nothing that lies there is lost.',
    );
  const whole = steadyFiles(before.files, now.files);
  const report = await takeScans(office, reader, { folder, leave, names: whole }, on, work);
  const others = [...now.files].filter(([name]) => !whole.includes(name));
  return {
    ...report,
    untaken: [
      ...report.untaken,
      ...others.map(([name, { size }]) => ({
        name,
        reason: size === 0 ? 'The file is empty.' : 'It is still being written.',
        passing: true,
      })),
    ],
  };
}
