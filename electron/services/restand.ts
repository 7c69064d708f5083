import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { asReadable, type ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { recordedRolls } from '../repositories/cycles.ts';
import { certificationRecords } from '../repositories/facts.ts';
import { changedStandings, keepStandings } from '../repositories/standings.ts';
import { keepFindings } from '../repositories/worklist-findings.ts';
import { judge } from '../rules/judge.ts';
import { certifiedBy } from './standing.ts';
import { findingChanges } from './worklists/findings.ts';

/** What a write can read of its own transaction. */
export function readableIn({ kysely, db }: Write): ReadableDatabase {
  return asReadable({ kysely, sqlite: db.sqlite });
}

/**
 * Judges the certifications of a few members anew, in the transaction that changed what decides about them, and keeps how they
 * stand and what the worklists find about them. Marking a lapse, rolling a cycle and invoicing stay the sweep's.
 * @param breathe called between two members, where there may be many
 */
export async function restand(
  write: Write,
  memberIds: Iterable<number>,
  policy: Policy,
  asOf: CalendarDate,
  breathe?: () => Promise<void>,
): Promise<void> {
  const db = readableIn(write);
  for (const id of new Set(memberIds)) {
    const member = { first: id, last: id };
    const records = await certificationRecords(db, member, asOf);
    const there = records.filter(certifiedBy(asOf));
    const standings = there.map(({ certificationId, facts }) => ({
      certificationId,
      standing: judge(facts, policy, asOf),
    }));
    const changed = await changedStandings(db, member, standings);
    if (changed.length > 0) keepStandings(write, changed);
    const rolls = await recordedRolls(db, member);
    await keepFindings(write, await findingChanges(db, member, there, rolls, policy));
    await breathe?.();
  }
}
