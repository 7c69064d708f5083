import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { LineAudit, LinePaid } from '../../../shared/domain/notice.ts';
import type { Renewal } from '../renewal.ts';

/**
 * What a step of the schedule has to tell about one certification. Fees are those open by the facts of today, so that after part
 * payments only the rest is asked for.
 */
export interface Notice {
  /** What it is given for, once only: the year's start, the cycle's end, the day since which it lapsed, the day of the audit's selection. */
  readonly forDate: CalendarDate;
  /** Last day on which it still makes sense; null = as long as the rule holds. */
  readonly until: CalendarDate | null;
  /** What is asked for; null where no fee is. */
  readonly fee: Renewal | null;
  /** The day on which the certification lapses unless something is done; null where the notice does not say. */
  readonly lapsesOn: CalendarDate | null;
  /** On a receipt: what settled the fee. */
  readonly paid?: LinePaid;
  /** On an audit notice: the audit with its cycle. */
  readonly audit?: NoticeAudit;
}

/** An audit with the cycle that it looks at. Dates inclusive; points. */
export interface NoticeAudit extends LineAudit {
  readonly cycleStart: CalendarDate;
  readonly cycleEnd: CalendarDate;
  readonly required: number;
  readonly recorded: number;
  readonly attested: boolean;
}
