import { anchorOf, anniversaryNumber } from '../../../shared/domain/certification-years.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { addYears, dateKey, displayDate } from '../../../shared/util/dates.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { refuseCardNumbers } from '../card-numbers.ts';

/** The body is not known to have taken fees before. */
const FIRST_DAY = '1985-01-01';
/** How far ahead a fee may be invoiced or paid. */
const YEARS_AHEAD = 3;

/** The reason without blanks around it. @throws StandingError `reason-missing`, `card-number` */
export function reasonOf(text: string, what: string): string {
  const reason = text.trim();
  if (reason === '')
    throw new StandingError(
      'reason-missing',
      `${what} needs a reason.`,
      'Say in a few words why, for whoever reads the journal later.',
    );
  refuseCardNumbers([reason]);
  return reason;
}

/** @throws StandingError `date-impossible` */
export function refuseReceivedOn(receivedOn: CalendarDate, today: CalendarDate): void {
  if (receivedOn > today)
    throw new StandingError(
      'date-impossible',
      `${displayDate(receivedOn)} lies ahead; money cannot have been received then.`,
      'Give the day on which it came.',
    );
  if (receivedOn < FIRST_DAY)
    throw new StandingError(
      'date-impossible',
      `${displayDate(receivedOn)} lies before 1985; check the year.`,
      'Give the day on which it came.',
    );
}

/** A counter-entry comes after what it counters, and not ahead of today. @throws StandingError `date-impossible` */
export function refuseEntryOn(on: CalendarDate, last: CalendarDate, today: CalendarDate): void {
  // A file may bring money that is dated ahead; that is countered today at the earliest too.
  const from = last > today ? today : last;
  if (on >= from && on <= today) return;
  throw new StandingError(
    'date-impossible',
    on > today
      ? `${displayDate(on)} lies ahead.`
      : `${displayDate(on)} lies before ${displayDate(from)}, the day of what it is an entry against.`,
    `Give a day from ${displayDate(from)} to ${displayDate(today)}.`,
  );
}

/** @throws StandingError `certification-unknown` */
export function certificationOf(
  records: readonly CertificationRecord[],
  memberNo: string,
  code: CertificationCode,
): CertificationRecord {
  const found = records.find((record) => record.code === code);
  if (found !== undefined) return found;
  const held = records.map((record) => record.code).join(', ');
  throw new StandingError(
    'certification-unknown',
    `Member ${memberNo} has no certification ${code}.`,
    held === ''
      ? 'The member has none at all; import the certifications first.'
      : `The member’s certifications: ${held}.`,
  );
}

/**
 * @param invoiced years that have a fee already, which may be from before a recertification
 * @throws StandingError `year-impossible` for what is no certification year, or lies more than three years ahead
 */
export function refuseYear(
  { code, memberNo, facts: { certification } }: CertificationRecord,
  yearStart: CalendarDate,
  invoiced: readonly CalendarDate[],
  today: CalendarDate,
): void {
  if (invoiced.includes(yearStart)) return;
  const anchor = anchorOf(certification);
  if (anniversaryNumber(dateKey(anchor), dateKey(yearStart)) < 1)
    throw new StandingError(
      'year-impossible',
      `No year of ${code} of member ${memberNo} with a fee starts on ${displayDate(yearStart)}.`,
      `Its years start on each anniversary of ${displayDate(anchor)}.`,
    );
  if (yearStart > addYears(today, YEARS_AHEAD))
    throw new StandingError(
      'year-impossible',
      `The year from ${displayDate(yearStart)} lies more than three years ahead.`,
      'Check the year.',
    );
}
