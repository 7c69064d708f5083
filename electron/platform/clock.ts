import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Clock } from '../services/office.ts';

/** The computer's clock and time zone. @param asOf replaces today */
export function systemClock(asOf: CalendarDate | null): Clock {
  return {
    today: () => asOf ?? localDate(new Date()),
    now: () => new Date().toISOString(),
  };
}

function localDate(instant: Date): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
