import type { FinalHow } from '../../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../../../db/connection.ts';
import type { Write } from '../../../db/transaction.ts';
import { addFinal, type FinalEntry, readByRules, setReadByRules } from '../../../repositories/audit-final.ts';
import { caseFindings } from '../../../repositories/audit-trail.ts';
import { addStep } from '../../../repositories/audit-writes.ts';

// SC-LAPSE-3: "You must recertify if you were audited by CCP and were unable to demonstrate compliance." It is so once the member was
// told: the audit is closed the day its letter went out.

/** A decision whose letter is awaited. */
export interface PendingDecision {
  readonly audit: number;
  readonly decision: number;
  readonly outcome: 'compliant' | 'non-compliant';
}

/** How a decision becomes final. */
export interface MadeFinal {
  readonly how: FinalHow;
  readonly on: CalendarDate;
  /** The piece that is its letter; null where somebody declares it. */
  readonly piece: { readonly run: string; readonly position: number } | null;
  readonly way?: string;
  readonly reason?: string;
  readonly approvedBy?: string;
}

/**
 * Makes a decision final: from that day on the rules read its outcome and the findings that hold. One that upholds an outcome leaves the
 * day on which the audit was closed: a lapse counts from there (policy.md C7).
 */
export async function makeFinal(
  write: Write,
  db: ReadableDatabase,
  { audit, decision, outcome }: PendingDecision,
  made: MadeFinal,
): Promise<void> {
  const found = await caseFindings(db, audit);
  const before = await readByRules(db, audit, [...found.keys()]);
  const findings = [...found].map(([activity, all]) => {
    const holds = all.at(-1)?.verdict === 'rejected' ? ('rejected' as const) : ('accepted' as const);
    return [activity, holds] as const;
  });
  await addFinal(write, {
    decision,
    how: made.how,
    finalOn: made.on,
    run: made.piece?.run ?? null,
    position: made.piece?.position ?? null,
    way: made.way ?? '',
    reason: made.reason ?? '',
    approvedBy: made.approvedBy ?? null,
    before,
  });
  await setReadByRules(write, audit, {
    outcome,
    closedOn: before.outcome === outcome ? before.closedOn : made.on,
    findings: Object.fromEntries(findings),
  });
  await addStep(write, audit, {
    ...{ from: 'letter-waiting', to: 'decided', on: made.on, dueOn: null, value: null },
    note: made.reason ?? '',
    ...(made.piece === null ? {} : { run: made.piece.run }),
  });
}

/** Takes it back: the decision waits for its letter again, and the rules read what they had read before. */
export async function takeFinalBack(
  write: Write,
  audit: number,
  entry: FinalEntry,
  { on, note, undoes }: { readonly on: CalendarDate; readonly note: string; readonly undoes: number },
): Promise<void> {
  await addFinal(write, { ...entry, finalOn: on }, entry.id);
  await setReadByRules(write, audit, entry.before);
  await addStep(write, audit, {
    ...{ from: 'decided', to: 'letter-waiting', on, dueOn: null, value: null, note },
    ...{ pending: entry.decision, undoes, ...(entry.run === null ? {} : { run: entry.run }) },
  });
}
