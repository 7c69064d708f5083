import { join } from 'node:path';
import { type Office, openOffice } from '../../../electron/services/office.ts';
import { finishPendingFiles } from '../../../electron/services/reconcile/finish.ts';

const TODAY = '2026-11-22';

/** Opens the office of a folder as the program does: what was interrupted is completed. */
export async function officeAt(folder: string): Promise<Office> {
  const office = await openOffice({
    folder,
    actor: 'Tess',
    resources: join(import.meta.dirname, '../../../resources'),
    clock: { today: () => TODAY, now: () => '2026-11-22T12:00:00.000Z' },
  });
  await finishPendingFiles(office);
  return office;
}
