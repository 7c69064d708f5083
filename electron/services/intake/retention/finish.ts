import { destroyBytes } from '../../../documents/destroy.ts';
import type { Work } from '../../../jobs/work.ts';
import { noteGone, type Unfinished, unfinishedDestructions } from '../../../repositories/destructions.ts';
import { documentsOnRecord } from '../../../repositories/documents.ts';
import type { Office } from '../../office.ts';
import { readableIn } from '../../restand.ts';

/**
 * Lets the bytes go of every document that the log says is destroyed: also what a crash left. Each is one action, in which nothing new
 * can come to need them. A file that cannot be removed now, such as one that another program has open, goes the next time.
 */
export async function finishDestructions(office: Office, work: Work): Promise<void> {
  const unfinished = await unfinishedDestructions(office.reader);
  if (unfinished.length === 0) return;
  const others = await sharers(office, unfinished);
  for (const [at, one] of unfinished.entries()) {
    work.progress({ doing: 'Destroying documents', done: at, total: unfinished.length, cancellable: false });
    await finishOne(office, one, others.get(one.sha256) ?? null).catch(leaveLocked);
  }
}

/** What the disk refuses is tried again; everything else is a fault. */
function leaveLocked(error: unknown): void {
  if (error instanceof Error && 'syscall' in error) return;
  throw error;
}

function finishOne(office: Office, one: Unfinished, sharedWith: string | null): Promise<void> {
  return office.act(async (write) => {
    if (sharedWith === null) await destroyBytes(office.folder, one.sha256);
    await noteGone(write, one.id, sharedWith);
    write.journal({
      action: 'retention.bytes-gone',
      subject: 'document',
      subjectId: one.sha256,
      detail: { destruction: one.destruction, keptFor: sharedWith },
    });
  });
}

/** What else has the very same bytes as some of the documents, by hash. */
async function sharers(office: Office, among: readonly Unfinished[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(among.map(({ sha256 }) => sha256));
  const found = await office.act(async (write) => {
    const rows = await documentsOnRecord(readableIn(write));
    return rows.filter(({ sha256 }) => wanted.has(sha256));
  });
  return new Map(found.map(({ sha256, what }) => [sha256, what]));
}
