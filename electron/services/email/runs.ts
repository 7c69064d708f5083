import type { EmailRows, EmailRun, EmailState } from '../../../shared/domain/email.ts';
import { emailCounts, emailRows } from '../../repositories/email.ts';
import type { OfficeView } from '../office.ts';
import { whyNot } from './why-not.ts';

type View = Pick<OfficeView, 'reader'>;

/** How far the e-mails of a run are. */
export async function emailRun(view: View, run: string): Promise<EmailRun> {
  const { states, unrecorded, failed } = await emailCounts(view.reader, run);
  const messages = Object.values(states).reduce((sum, count) => sum + count, 0);
  const unreachable = unrecorded.filter((piece) =>
    piece.besideSheet ? whyNot(piece) !== null : failed.has(piece.position),
  ).length;
  const waiting = unrecorded.length - unreachable;
  return { run, total: messages + unrecorded.length, states, waiting, unreachable };
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
