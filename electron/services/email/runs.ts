import type { EmailRows, EmailRun, EmailState } from '../../../shared/domain/email.ts';
import { emailCounts, emailRows } from '../../repositories/email.ts';
import type { OfficeView } from '../office.ts';

type View = Pick<OfficeView, 'reader'>;

/** How far the e-mails of a run are. */
export async function emailRun(view: View, run: string): Promise<EmailRun> {
  const { states, unrecorded, given } = await emailCounts(view.reader, run);
  const messages = Object.values(states).reduce((sum, count) => sum + count, 0);
  return { run, total: messages + unrecorded + given, states, waiting: unrecorded, unreachable: given };
}

/** Rows of a run's e-mails. */
export async function emailsOf(
  view: View,
  query: {
    readonly run: string;
    readonly state: EmailState | null;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<EmailRows> {
  return emailRows(view.reader, query, query.offset, query.limit);
}
