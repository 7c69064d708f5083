import type { CalendarDate } from './facts.ts';

/** An open audit as its notice needs it. */
export interface SelectedAudit {
  readonly audit: number;
  readonly cycleStart: CalendarDate;
  readonly selectedOn: CalendarDate;
  /** The year of the draw that selected it; null = opened for cause. */
  readonly campaign: string | null;
  /** What the member calls each activity on record, by its id. */
  readonly titles: ReadonlyMap<number, string>;
}
