import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MarkKind, WorklistItem, WorklistName } from '../../../shared/domain/worklists.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { markRow } from '../../repositories/worklist-marks.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';
import { memberUnknown } from '../standing.ts';
import { worklistItem } from './item.ts';

export interface MarkOrder {
  readonly list: WorklistName;
  readonly item: string;
  readonly memberNo: string;
  readonly kind: MarkKind;
  /** Snoozed until then; null for the others. */
  readonly until: CalendarDate | null;
  /** The note, or why it is snoozed; may be empty for done and back. */
  readonly text: string;
}

/**
 * Writes down what was done about a row: a note, snoozed until a date, done, or back on the list. Nothing about the member changes by it.
 * @throws StandingError `member-unknown`, `reason-missing`, `date-impossible`, `card-number`
 */
export async function markItem(office: Office, order: MarkOrder): Promise<WorklistItem> {
  const { list, item, memberNo, kind } = order;
  const today = office.clock.today();
  const text = order.text.trim();
  refuseCardNumbers([text]);
  if (text === '' && (kind === 'note' || kind === 'snoozed'))
    throw new StandingError(
      'reason-missing',
      kind === 'note' ? 'The note is empty.' : 'Snoozing a row needs a reason.',
      'Say in a few words what the next one at the desk should know.',
    );
  if (kind === 'snoozed' && (order.until === null || order.until <= today))
    throw new StandingError(
      'date-impossible',
      `A row is snoozed until a day after ${displayDate(today)}.`,
      'Give a later date.',
    );
  const until = kind === 'snoozed' ? order.until : null;
  await office.act(async (write) => {
    const memberId = await memberIdOf(readableIn(write), memberNo);
    if (memberId === null) throw memberUnknown(memberNo);
    await markRow(write, { list, item }, { memberId, kind, until, text, on: today });
    write.journal({
      action: `worklist.${kind}`,
      subject: 'member',
      subjectId: memberNo,
      detail: { list, item, after: { until, text } },
    });
  });
  return worklistItem(office, { list, item, memberNo }, today);
}
