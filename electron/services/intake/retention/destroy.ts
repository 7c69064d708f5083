import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { DestructionReport, DueDocument } from '../../../../shared/domain/retention.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { addDestruction, destructionLog } from '../../../repositories/destructions.ts';
import { refuseCardNumbers } from '../../card-numbers.ts';
import { allowedBy } from '../../managers.ts';
import type { Office } from '../../office.ts';
import { readableIn } from '../../restand.ts';
import { dueAmong, overdue } from './due.ts';
import { finishDestructions } from './finish.ts';

/** What is to be destroyed. */
export interface DestructionOrder {
  /** Ids of documents; null = everything that is due and that nothing stops. */
  readonly documents: readonly number[] | null;
  /** How many documents whoever confirms has seen on the list: another number destroys nothing. */
  readonly confirmed: number;
  readonly approvedBy: string | null;
  /** For the log, such as the number of the minutes; may be empty. */
  readonly note: string;
}

const WHAT = 'Destroying documents';

/**
 * Destroys documents whose time is over. First the log says which, by whom and under which policy value; then the bytes go, one document after the
 * other. What a crash cuts off is completed at the next start.
 * @throws StandingError `manager-needed`, `nothing-to-destroy`, `not-due`, `retention-hold`, `count-differs`
 */
export async function destroyDocuments(
  office: Office,
  order: DestructionOrder,
  today: CalendarDate,
  work: Work,
): Promise<DestructionReport> {
  const note = order.note.trim();
  refuseCardNumbers([note]);
  const destruction = await office.act(async (write) => {
    const view = { ...office, reader: readableIn(write) };
    const approvedBy = await allowedBy(view, write.actor.name, order.approvedBy, WHAT);
    const documents = await chosen(view, order.documents, today);
    refuseCount(documents.length, order.confirmed);
    const id = await addDestruction(write, { on: today, approvedBy, note }, documents);
    write.journal({
      action: 'retention.destroyed',
      subject: 'destruction',
      subjectId: String(id),
      detail: {
        approvedBy,
        note,
        documents: documents.map(({ sha256, until }) => ({
          sha256,
          policy: until.policy,
          years: until.years,
        })),
      },
    });
    return id;
  });
  await finishDestructions(office, work);
  const { total, rows } = await destructionLog(office.reader, { destruction, offset: 0, limit: 10_000 });
  return {
    destruction,
    documents: total,
    bytesKept: rows.filter(({ bytesKeptFor }) => bytesKeptFor !== null).length,
    left: rows.filter(({ goneAt }) => goneAt === null).length,
  };
}

async function chosen(
  view: Pick<Office, 'reader' | 'resources'>,
  ids: readonly number[] | null,
  today: CalendarDate,
): Promise<readonly DueDocument[]> {
  if (ids === null) return (await overdue(view, today)).filter(({ holds }) => holds.length === 0);
  const wanted = [...new Set(ids)];
  const due = await dueAmong(view, wanted, today);
  const missing = wanted.find((id) => !due.some(({ document }) => document === id));
  if (missing !== undefined)
    throw new StandingError(
      'not-due',
      `Document ${missing} is not due for destruction, so nothing was destroyed.`,
      'Look at the list again.',
    );
  const held = due.find(({ holds }) => holds.length > 0);
  if (held !== undefined)
    throw new StandingError(
      'retention-hold',
      `The destruction of ${held.arrivals[0]?.name ?? 'a document'} is stopped, so nothing was destroyed.`,
      'See what holds it in Intake, Retention.',
    );
  return due;
}

function refuseCount(there: number, confirmed: number): void {
  if (there === 0)
    throw new StandingError(
      'nothing-to-destroy',
      'No document is due for destruction.',
      'There is nothing to do.',
    );
  if (there === confirmed) return;
  throw new StandingError(
    'count-differs',
    `${there} ${there === 1 ? 'document is' : 'documents are'} to be destroyed, but ${confirmed} were confirmed; nothing was destroyed.`,
    'Look at the list again and confirm their number.',
  );
}
