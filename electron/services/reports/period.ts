import type { Period } from '../../../shared/domain/reports.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** @throws StandingError `period-reversed` */
export function refusePeriod({ from, to }: Period): void {
  if (from <= to) return;
  throw new StandingError(
    'period-reversed',
    `The period begins on ${displayDate(from)}, after it ends on ${displayDate(to)}.`,
    'Give the earlier day first.',
  );
}
