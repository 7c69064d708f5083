import type { CalendarDate } from './facts.ts';

/** How the notices of a draw stand. */
export interface AuditNotices {
  /** The step of the notice schedule that sends them; null = the office’s schedule has none. */
  readonly step: string | null;
  /** `YYYY-MM` in which the draw selected: the month of their runs. */
  readonly month: string;
  /** Open audits of the draw. */
  readonly open: number;
  /** Of those, the ones that no run has told yet. */
  readonly waiting: number;
  /** Days to answer, and whether the office has confirmed them. */
  readonly answerDays: number;
  readonly answerDaysConfirmed: boolean;
  /** The runs that told any of them, oldest first. */
  readonly runs: readonly {
    readonly run: string;
    readonly preparedOn: CalendarDate;
    readonly told: number;
    readonly printedOn: CalendarDate | null;
    readonly mailedOn: CalendarDate | null;
  }[];
}
