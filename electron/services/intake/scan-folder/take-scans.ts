import { join } from 'node:path';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { FileOutcome, ScanReport, UntakenScan } from '../../../../shared/domain/intake.ts';
import type { PageReader } from '../../../documents/reading/reader.ts';
import type { Work } from '../../../jobs/work.ts';
import { takenFrom } from '../../../repositories/intake-documents.ts';
import type { Office } from '../../office.ts';
import { moveAside } from '../../watched-folder/move-aside.ts';
import { type SeenFile, seenFile } from '../../watched-folder/sight.ts';
import { outcomeOf } from '../outcomes.ts';
import { type Received, receiveFile } from '../receive.ts';
import { readUnread } from '../take.ts';

/** Where a file goes that was taken. */
export const DONE = 'done';

/** How a file of the scan folder is told from another of its name. */
export function markOf(name: string, { size, modifiedMs }: SeenFile): string {
  return `${name} ${size} ${modifiedMs}`;
}

/**
 * Takes files of the scan folder, one after the other. A file is moved to `done` only when its bytes are in the store and its row is committed; one whose
 * taking was cut off in between is known by its name, size and time, and is moved without being taken again. What cannot be taken stays.
 * @throws StandingError `cancelled`
 */
export async function takeScans(
  office: Office,
  reader: PageReader,
  {
    folder,
    leave,
    names,
  }: { readonly folder: string; readonly leave: boolean; readonly names: readonly string[] },
  on: CalendarDate,
  work: Work,
): Promise<ScanReport> {
  const before = await takenFrom(office.reader, folder);
  const received: { readonly file: string; readonly came: Received }[] = [];
  const untaken: UntakenScan[] = [];
  for (const [at, name] of names.entries()) {
    await work.breathe();
    work.progress({ doing: 'Taking in scans', done: at, total: names.length, cancellable: true });
    const file = join(folder, name);
    const lies = await seenFile(file);
    if (lies === null) continue;
    let taken = lies;
    if (!before.has(markOf(name, lies))) {
      const came = await receiveFile(office, { file, name, channel: 'watched', path: file }, on);
      if ('refused' in came) {
        untaken.push({ name, reason: came.refused, passing: came.passing === true });
        continue;
      }
      received.push({ file, came });
      taken = came.file;
    }
    if (leave) continue;
    const reason = await notMoved(folder, name, taken);
    if (reason !== null) untaken.push({ name, reason, passing: true });
  }
  await readUnread(office, reader, on, work);
  const files: FileOutcome[] = [];
  const first = new Set<string>();
  for (const { file, came } of received) {
    files.push(await outcomeOf(office, file, came, first));
    if ('sha256' in came) first.add(came.sha256);
  }
  return { files, untaken };
}

async function notMoved(folder: string, name: string, taken: SeenFile): Promise<string | null> {
  try {
    await moveAside(folder, DONE, name, taken);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return `It was taken in, but cannot be moved to “${DONE}”${code}: move or delete it by hand.`;
  }
}
