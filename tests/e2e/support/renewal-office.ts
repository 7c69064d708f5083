import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { runImport } from '../../../electron/services/import/run-import.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { makeNamedOffice, TODAY, tempFolder } from './office.ts';

/** A run so large that printing it takes seconds. */
export const LARGE_RUN = { run: '2026-12-A', sheets: 6000 } as const;

/** Files as an office hands them over: members with an address, each with a certification that renews in December. */
export function decemberFiles(members: number): {
  readonly members: string;
  readonly certifications: string;
} {
  const folder = tempFolder();
  const people = ['member_no,first_name,last_name,phone,address1,city,state,zip'];
  const certifications = ['member_no,code,certified_on'];
  for (let n = 0; n < members; n++) {
    const memberNo = String(800_000 + n);
    const letters = String.fromCharCode(65 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (n % 7));
    people.push(
      `${memberNo},Ann,${letters}berg,847-555-${String(n % 10_000).padStart(4, '0')},${n + 1} Main St,Rosemont,IL,60018`,
    );
    certifications.push(`${memberNo},RMA,2025-12-${String(1 + (n % 28)).padStart(2, '0')}`);
  }
  const files = { members: join(folder, 'members.csv'), certifications: join(folder, 'certifications.csv') };
  writeFileSync(files.members, `${people.join('\n')}\n`);
  writeFileSync(files.certifications, `${certifications.join('\n')}\n`);
  return files;
}

/** An office with a prepared run of 6,000 sheets. @returns its folder, closed */
export async function makeLargeRunOffice(): Promise<string> {
  const folder = join(tempFolder(), 'office');
  const files = decemberFiles(LARGE_RUN.sheets);
  await makeNamedOffice(folder, async (office) => {
    for (const kind of ['members', 'certifications'] as const)
      await runImport(
        office,
        {
          file: files[kind],
          kind,
          dryRun: false,
          skipBadRows: false,
          errorsFile: join(folder, 'bad.csv'),
          asOf: TODAY,
        },
        unwatchedWork(),
      );
    await prepareRenewals(office, { month: '2026-12', asOf: TODAY, again: false }, unwatchedWork());
  });
  return folder;
}
