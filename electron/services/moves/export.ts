import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { AddressExport } from '../../../shared/domain/moves.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import type { Work } from '../../jobs/work.ts';
import { isDomestic } from '../../printing/address/states.ts';
import { type AddressedMember, addressedAfter } from '../../repositories/moves.ts';
import { saveSetting } from '../../repositories/settings.ts';
import { officeCounts } from '../../repositories/today.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';

const HEADER = [
  'member_no',
  'first_name',
  'middle_name',
  'last_name',
  'suffix',
  'address1',
  'address2',
  'city',
  'state',
  'zip',
  'exported_on',
];
const AT_A_TIME = 500;

export interface ExportRequest {
  readonly file: string;
  /** Only the members of this run; null = everyone. */
  readonly run: string | null;
}

/**
 * Writes the members' current addresses for a move-update vendor: living members with an address that the USPS delivers to. The day is
 * kept, so that an answer that comes back later does not undo what was corrected in between. Cells that a spreadsheet would calculate
 * are neutralised; the file appears whole or not at all.
 * @throws StandingError `office-file`, `run-unknown`, `cancelled`
 */
export async function exportAddresses(
  office: Office,
  { file, run }: ExportRequest,
  work: Work,
): Promise<AddressExport> {
  refuseOwnFile(file);
  if (run !== null) await existingRun(office, run);
  const on = office.clock.today();
  const partial = `${file}.part`;
  try {
    const counts = await writeAll(office, partial, run, on, work);
    renameSync(partial, file);
    await office.act(async (write) => {
      await saveSetting(write, 'addressesExportedOn', on);
      write.journal({
        action: 'addresses.exported',
        subject: 'office',
        subjectId: 'addresses',
        detail: { run, rows: counts.rows },
      });
    });
    return { file, ...counts };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function writeAll(
  office: Office,
  file: string,
  run: string | null,
  on: CalendarDate,
  work: Work,
): Promise<{ readonly rows: number; readonly left: number }> {
  const total = run === null ? (await officeCounts(office.reader)).members : null;
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, csvRow(HEADER));
    let rows = 0;
    let left = 0;
    for (let after = 0; ; ) {
      const members = await addressedAfter(office.reader, run, after, AT_A_TIME);
      const last = members.at(-1);
      if (last === undefined) break;
      after = last.memberId;
      const lines = members.flatMap((member) => rowOf(member, on));
      writeSync(handle, lines.join(''));
      rows += lines.length;
      left += members.length - lines.length;
      work.progress({ doing: 'Exporting addresses', done: rows + left, total, cancellable: true });
      await work.breathe();
    }
    fsyncSync(handle);
    return { rows, left };
  } finally {
    closeSync(handle);
  }
}

function rowOf(member: AddressedMember, on: CalendarDate): readonly string[] {
  const { address, memberNo, firstName, middleName, lastName, suffix } = member;
  if (address === null || member.deceasedOn !== null || !isDomestic(address.country)) return [];
  const { address1, address2, city, state, zip } = address;
  return [
    csvRow([memberNo, firstName, middleName, lastName, suffix, address1, address2, city, state, zip, on]),
  ];
}
