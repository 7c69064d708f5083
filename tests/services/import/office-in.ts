import { join } from 'node:path';
import { finishPendingImports } from '../../../electron/services/import/index.ts';
import { createOffice, isOffice, type Office, openOffice } from '../../../electron/services/office.ts';

export const TODAY = '2026-11-22';
export const RESOURCES = join(import.meta.dirname, '../../../resources');

/** Opens, or makes, the office beside the files in a folder, as the program does. */
export async function officeIn(folder: string): Promise<Office> {
  const options = {
    folder: join(folder, 'office'),
    actor: 'Tess',
    resources: RESOURCES,
    clock: { today: () => TODAY, now: () => '2026-11-22T12:00:00.000Z' },
  };
  const office = await (isOffice(options.folder) ? openOffice(options) : createOffice(options));
  await finishPendingImports(office);
  return office;
}

/** Rows of a CSV file under a header, every line ended. */
export function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

/** What an office holds, without what depends on how an import was cut into transactions. */
export function content(office: Office): Readonly<Record<string, readonly unknown[]>> {
  const tables = ['member', 'postal_address', 'certification', 'annual_fee', 'payment', 'payment_allocation'];
  const all = [...tables, 'activity', 'attestation', 'standing', 'member_search', 'import'];
  return Object.fromEntries(
    all.map((table) => [table, office.db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
}
