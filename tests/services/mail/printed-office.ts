import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import { reopenOn, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

export const RUN = '2026-12-A';
/** The day on which post of the run comes back. */
export const LATER = '2026-12-09';

export interface Sheet {
  readonly sheet: number;
  readonly memberNo: string;
  readonly addressId: number;
}

/** A sample office whose December notices were printed, some weeks later. */
export async function printedOffice(members = 300): Promise<Office> {
  const office = await sampleOffice(members);
  await prepareRenewals(office, { month: '2026-12', asOf: TODAY, again: false }, unwatchedWork());
  const outFile = join(tempFolder(), 'run.pdf');
  await printRun(office, { run: RUN, from: null, to: null, outFile }, unwatchedWork());
  return reopenOn(office, LATER);
}

/** The printed sheets of the run, with whom and where they went. */
export function sheetsOf(office: Office, canBeEmailed: boolean): readonly Sheet[] {
  return office.db.sqlite
    .prepare<[string, number], Sheet>(
      `SELECT p.sheet, m.member_no AS memberNo, a.id AS addressId FROM run_piece p JOIN member m ON m.id = p.member_id
       JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
       WHERE p.run_id = ? AND p.sheet IS NOT NULL AND (m.email_ok AND m.email <> '') = ? ORDER BY p.sheet`,
    )
    .all(RUN, canBeEmailed ? 1 : 0);
}
