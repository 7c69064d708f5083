import type { DueValue } from '../../../../shared/domain/audit-case.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { Write } from '../../../db/transaction.ts';
import { ledBackBy, type UntoldCase, untoldBy } from '../../../repositories/audit-mailing.ts';
import { addStep } from '../../../repositories/audit-writes.ts';
import { readableIn } from '../../restand.ts';

// PB-AUD-2: the members drawn are told and asked for proof. Whom the notice did not reach was not asked, and no days to answer run.

/** A piece of a run that did not arrive, or was said not to have. */
interface FailedPiece {
  readonly run: string;
  readonly position: number;
}

/**
 * Leads the cases that an audit notice had told of back to “Selected” once it is on record as failed: the next run of audit notices takes
 * them, and the days to answer begin anew with it. A case whose member answered, or was reached otherwise, stays where it is.
 * @param why a sentence’s end, e.g. `came back: moved, left no forwarding address`
 */
export async function leadBackUntold(
  write: Write,
  piece: FailedPiece,
  { on, why }: { readonly on: CalendarDate; readonly why: string },
): Promise<void> {
  for (const found of await untoldBy(readableIn(write), piece)) {
    const note = `The notice of run ${piece.run} ${why}`;
    await addStep(write, found.audit, {
      ...{ from: 'notice-sent', to: 'selected', on, dueOn: null, value: null, note },
      ...{ run: piece.run, undoes: found.step },
    });
    journal(write, found, piece.run, {
      before: { state: 'notice-sent', dueOn: found.dueOn },
      after: { state: 'selected', on, note },
    });
  }
}

/** Takes that back, where nothing happened since: the notice counts as sent on the day it went out, and its days run as they had. */
export async function leadForthTold(write: Write, piece: FailedPiece): Promise<void> {
  for (const found of await ledBackBy(readableIn(write), piece)) {
    const { on, dueOn, value } = found;
    await addStep(write, found.audit, {
      ...{ from: 'selected', to: 'notice-sent', on, dueOn, run: piece.run },
      // The database keeps only values that `addStep` wrote.
      value: value === null ? null : (JSON.parse(value) as DueValue),
      note: `The notice of run ${piece.run} had not come back after all`,
    });
    journal(write, found, piece.run, {
      before: { state: 'selected', dueOn: null },
      after: { state: 'notice-sent', on, dueOn },
    });
  }
}

function journal(write: Write, { audit, memberNo, code }: UntoldCase, run: string, detail: object): void {
  write.journal({
    action: 'audit.moved',
    subject: 'member',
    subjectId: memberNo,
    detail: { audit, code, run, ...detail },
  });
}
