import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import {
  type DueDocument,
  type DueDocuments,
  RETENTION_POLICIES,
  type RetentionState,
} from '../../../../shared/domain/retention.ts';
import { addYears } from '../../../../shared/util/dates.ts';
import type { PolicyBook } from '../../../policy/policy-book.ts';
import { destructionLog } from '../../../repositories/destructions.ts';
import {
  countKeptDocuments,
  documentsDecidedBy,
  retainedDocuments,
} from '../../../repositories/retention.ts';
import { keptUntil } from '../../../rules/intake/kept-until.ts';
import type { OfficeView } from '../../office.ts';
import { officePolicy } from '../../policy.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** Documents read at a time: SQLite takes so many ids in one question. */
const AT_A_TIME = 500;

/** Which list of those whose time is over. */
export interface DueQuery {
  /** true: those that something stops. */
  readonly held: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Documents whose time is over on a day, those that were to go first at the top. */
export async function dueDocuments(view: View, query: DueQuery, today: CalendarDate): Promise<DueDocuments> {
  const all = (await overdue(view, today))
    .filter(({ holds }) => holds.length > 0 === query.held)
    .toSorted((a, b) =>
      a.until.dueOn < b.until.dueOn ? -1 : a.until.dueOn > b.until.dueOn ? 1 : a.document - b.document,
    );
  return { total: all.length, rows: all.slice(query.offset, query.offset + query.limit) };
}

/** How much there is to destroy. */
export async function retentionState(view: View, today: CalendarDate): Promise<RetentionState> {
  const policy = await officePolicy(view);
  const over = await overdue(view, today);
  const due = over.filter(({ holds }) => holds.length === 0).length;
  return {
    due,
    held: over.length - due,
    destroyed: (await destructionLog(view.reader, { destruction: null, offset: 0, limit: 1 })).total,
    kept: await countKeptDocuments(view.reader),
    policies: RETENTION_POLICIES.map((name) => {
      const { value: years, confirmed } = policy.value(name, today);
      return { name, title: policy.history(name).title, years, confirmed };
    }),
  };
}

/** Every document whose time is over, in the order of their ids. */
export async function overdue(view: View, today: CalendarDate): Promise<readonly DueDocument[]> {
  const policy = await officePolicy(view);
  const ids = await documentsDecidedBy(view.reader, addYears(today, -shortest(policy)));
  return dueAmong(view, ids, today);
}

/** Those of some documents whose time is over. */
export async function dueAmong(
  view: View,
  ids: readonly number[],
  today: CalendarDate,
): Promise<readonly DueDocument[]> {
  const policy = await officePolicy(view);
  const due: DueDocument[] = [];
  for (let i = 0; i < ids.length; i += AT_A_TIME)
    for (const document of await retainedDocuments(view.reader, ids.slice(i, i + AT_A_TIME))) {
      const until = keptUntil(document.parts, policy);
      if (until !== null && until.dueOn <= today) due.push({ ...document, until });
    }
  return due;
}

/** The fewest years that any document is, or was to be, kept. */
function shortest(policy: PolicyBook): number {
  const years = RETENTION_POLICIES.flatMap((name) =>
    policy.history(name).entries.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
  );
  return Math.min(...years);
}
