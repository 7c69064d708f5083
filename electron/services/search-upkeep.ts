import { withLongLog } from '../db/import/write-ahead-log.ts';
import { gentleRebuild } from '../db/search/gentle-rebuild.ts';
import type { Write } from '../db/transaction.ts';
import type { Work } from '../jobs/work.ts';
import type { Office } from './office.ts';

/** Milliseconds a transaction fills for, so that nobody at the desk waits for it. */
const MILLISECONDS_AT_A_TIME = 25;

const rebuilding = new WeakMap<Office, Promise<void>>();

/**
 * Makes what lookups and the members list read anew after much was loaded, in short transactions; until the last of them they read
 * what they read before. Where it breaks off, the next opening does it.
 * @param alongside what the last transaction does besides; it writes the journal
 */
export function renewSearch(office: Office, work: Work, alongside: (write: Write) => void): Promise<void> {
  const before = rebuilding.get(office) ?? Promise.resolve();
  const renewed = before.then(() => renew(office, work, alongside));
  rebuilding.set(
    office,
    renewed.catch(() => undefined),
  );
  return renewed;
}

async function renew(office: Office, work: Work, alongside: (write: Write) => void): Promise<void> {
  const { sqlite } = office.db;
  const rebuild = gentleRebuild(sqlite);
  await withLongLog(sqlite, async () => {
    try {
      while (!(await office.derive(() => rebuild.fill(MILLISECONDS_AT_A_TIME)))) await work.breathe();
      await office.act((write) => {
        rebuild.finish();
        alongside(write);
      });
    } finally {
      await office.derive(() => rebuild.end());
    }
  });
}
