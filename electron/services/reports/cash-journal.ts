import type { CashJournal, Period } from '../../../shared/domain/reports.ts';
import { cashLines } from '../../repositories/reports.ts';
import type { OfficeView } from '../office.ts';
import { refusePeriod } from './period.ts';

/**
 * What came in by day, method and certification, with reversals and refunds as negative lines. Money that was nobody's when it came
 * stands under no certification, and moves to one on the day on which it was found out whose it was: a day's lines never change.
 * @throws StandingError `period-reversed`
 */
export async function cashJournal(view: Pick<OfficeView, 'reader'>, period: Period): Promise<CashJournal> {
  refusePeriod(period);
  const lines = await cashLines(view.reader, period);
  return { ...period, lines, totalCents: lines.reduce((sum, { cents }) => sum + cents, 0) };
}
