import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { allowedBy } from '../../managers.ts';
import type { Office } from '../../office.ts';
import { onCase, tidy } from './act.ts';
import { move, refuseMove } from './step.ts';

export interface AppealOrder {
  readonly audit: number;
  readonly receivedOn: CalendarDate;
  readonly grounds: string;
  /** Who allows one that is late, or that is against a compliant outcome; null = the one who acts. */
  readonly approvedBy: string | null;
}

/**
 * Opens a decided case again, with its own day due. The decision stands until another one is made. After the days to appeal, or against
 * a compliant outcome, it needs a manager.
 * @throws StandingError `audit-unknown`, `step-not-allowed`, `reason-missing`, `date-impossible`, `manager-needed`
 */
export function appeal(office: Office, order: AppealOrder): Promise<CaseView> {
  return onCase(office, order.audit, async (act) => {
    const { view, books } = act;
    refuseMove(view, 'appealed');
    const grounds = tidy(order.grounds);
    if (grounds === '')
      throw new StandingError(
        'reason-missing',
        'An appeal needs its grounds.',
        'Say in a few words what the member holds against the decision.',
      );
    const { receivedOn } = order;
    if (receivedOn > books.today || receivedOn < view.sinceOn)
      throw new StandingError(
        'date-impossible',
        `An appeal against the decision of ${displayDate(view.sinceOn)} cannot have come on ${displayDate(receivedOn)}.`,
        `Give a day from ${displayDate(view.sinceOn)} to ${displayDate(books.today)}.`,
      );
    const late = view.appealBy !== null && receivedOn > view.appealBy;
    if (late || view.outcome === 'compliant') {
      const what = late
        ? `An appeal after ${displayDate(view.appealBy ?? receivedOn)}`
        : 'Opening a compliant audit again';
      await allowedBy({ reader: books.db }, books.actor, order.approvedBy, what);
    }
    await move(act, 'appealed', receivedOn, grounds);
  });
}
