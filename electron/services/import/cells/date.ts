import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { calendarDate, isCalendarDate } from '../../../../shared/util/dates.ts';
import { BadCell, type CellType } from './cell.ts';

/** Nothing an office of today keeps is older. */
const EARLIEST = '1900-01-01';

/** `YYYY-MM-DD` or the office's own `MM/DD/YYYY`, zeros optional, with or without the midnight that databases add. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[ T]0?0:00(?::00(?:\.0+)?)?Z?)?$/;
const OFFICE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (?:0?0:00|12:00)(?::00)?(?: AM)?)?$/;

const FORMS = 'write 2020-05-01 or 05/01/2020';

/** A calendar date from 1900 to `latest`. */
export function dateUpTo(latest: CalendarDate, why: string): CellType<CalendarDate> {
  return {
    blank: '',
    read(text) {
      const date = readDate(text);
      if (date instanceof BadCell) return date;
      if (date < EARLIEST) return new BadCell(`lies before ${EARLIEST.slice(0, 4)}; check the year`);
      return date > latest ? new BadCell(why) : date;
    },
  };
}

/** The calendar date that the text surely means, or why it cannot be told. */
export function readDate(text: string): CalendarDate | BadCell {
  const iso = ISO.exec(text)?.[1];
  if (iso !== undefined) return isCalendarDate(iso) ? iso : noSuchDay();
  const [, month, day, year] = OFFICE.exec(text) ?? [];
  if (month === undefined) return new BadCell(whyNoDate(text));
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (isCalendarDate(date)) return date;
  return Number(month) > 12 && Number(day) <= 12
    ? new BadCell(`has the month ${month}; dates with slashes are month/day/year here: ${FORMS}`)
    : noSuchDay();
}

function noSuchDay(): BadCell {
  return new BadCell(`is no day of the calendar; ${FORMS}`);
}

function whyNoDate(text: string): string {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return `has a year of two digits; ${FORMS}`;
  if (/^\d{1,2}[.-]\d{1,2}[.-]\d{4}$/.test(text)) return `leaves open which is the month; ${FORMS}`;
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return `is a spreadsheet’s day number; format the column as a date: ${FORMS}`;
  return `is not a date; ${FORMS}`;
}
