import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { AgeBucket, AgedReceivables } from '../../../shared/domain/reports.ts';
import { addDays, addYears } from '../../../shared/util/dates.ts';
import { accountBalances, agedFees } from '../../repositories/reports.ts';
import type { OfficeView } from '../office.ts';

/** Unpaid invoiced fees by how long they have been past their due date, as they stand now; they agree with the ledger's receivable. */
export async function agedReceivables(
  view: Pick<OfficeView, 'reader'>,
  asOf: CalendarDate,
): Promise<AgedReceivables> {
  const lines = await agedFees(view.reader, (dueOn) => ageOf(dueOn, asOf));
  const balances = await accountBalances(view.reader, '9999-12-31');
  return {
    asOf,
    lines,
    totalCents: lines.reduce((sum, { cents }) => sum + cents, 0),
    // Liabilities stand on the credit side.
    creditCents: -(balances.get('credit') ?? 0),
    unassignedCents: -(balances.get('unassigned') ?? 0),
  };
}

/** The bucket of a due date; a fee is current up to and on the day it is due. */
export function ageOf(dueOn: CalendarDate, asOf: CalendarDate): AgeBucket {
  if (dueOn >= asOf) return 'current';
  if (dueOn >= addDays(asOf, -30)) return '1–30 days';
  if (dueOn >= addDays(asOf, -60)) return '31–60 days';
  if (dueOn >= addDays(asOf, -90)) return '61–90 days';
  if (dueOn > addYears(asOf, -1)) return 'over 90 days';
  if (dueOn > addYears(asOf, -2)) return '1–2 years';
  if (dueOn > addYears(asOf, -3)) return '2–3 years';
  return '3 years and more';
}
