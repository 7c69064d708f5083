import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { setting } from '../../repositories/settings.ts';
import type { OfficeView } from '../office.ts';

/** Says from when the kept standings are, where they are not those of the day; null where they are. */
export async function staleStandings(
  view: Pick<OfficeView, 'reader'>,
  asOf: CalendarDate,
): Promise<string | null> {
  const sweptOn = await setting(view.reader, 'sweptOn');
  if (sweptOn === asOf) return null;
  return sweptOn === null
    ? 'Standings were never brought up to date.'
    : `Standings are as of ${displayDate(sweptOn)}.`;
}
