import type { LapseCause } from '../../../shared/domain/standing.ts';
import type { LapseNotice, WorklistName, WorklistRow } from '../../../shared/domain/worklists.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** What a list is called, what its date is, what its days are counted for, and what it means that it is empty. */
export interface ListWords {
  readonly name: string;
  readonly date: string;
  /** The filter by days; null where there is none. */
  readonly days: string | null;
  readonly about: string;
  readonly empty: string;
}

export const LIST_WORDS: Readonly<Record<WorklistName, ListWords>> = {
  ending: {
    name: 'Ending short',
    date: 'Ends',
    days: 'Ends within',
    about: 'Cycles that end within a year and are short of points, without an attestation.',
    empty: 'No cycle that ends within a year is short of points.',
  },
  'ended-short': {
    name: 'Ended short',
    date: 'Ended',
    days: 'Ended within',
    about: 'Cycles that ended without their points recorded or attested.',
    empty: 'No cycle ended short.',
  },
  'roll-blocked': {
    name: 'Roll blocked',
    date: 'Ended',
    days: 'Ended within',
    about: 'Cycles that ended with their points, kept from rolling by an unpaid fee.',
    empty: 'No roll waits for a fee.',
  },
  'over-cap': {
    name: 'Over the cap',
    date: 'Ends',
    days: null,
    about: 'Open cycles with more points of one category than the office’s cap.',
    empty: 'No category is over its cap.',
  },
  duplicates: {
    name: 'Doubtful duplicates',
    date: 'On',
    days: null,
    about: 'Activities with the same title, day and provider, and employments that overlap.',
    empty: 'No activity looks as if it were recorded twice.',
  },
  unsupported: {
    name: 'Rolls in doubt',
    date: 'Ended',
    days: null,
    about: 'Cycles on record as rolled, which the corrected facts no longer support.',
    empty: 'The facts support every roll on record.',
  },
  lapsed: {
    name: 'Lapsed',
    date: 'Since',
    days: null,
    about: 'Must recertify: by CCP or exam, or by exam only once ten years have passed.',
    empty: 'No certification has lapsed.',
  },
  'in-grace': {
    name: 'Within grace',
    date: 'Ended',
    days: null,
    about:
      'Ended short of points and within the days of grace that the office gives: recording them cures it.',
    empty: 'No cycle is within its days of grace.',
  },
  'past-due': {
    name: 'Past due',
    date: 'Due',
    days: null,
    about: 'Not lapsed: paying cures it. Three years after the due date it lapses.',
    empty: 'No certification is past due.',
  },
};

export const CAUSE_WORDS: Readonly<Record<LapseCause, string>> = {
  fees: 'Fees',
  points: 'Points',
  audit: 'Audit',
};

/** `in 12 days`, `today`, `3 days ago` */
export function daysWords(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days).toLocaleString('en-US');
  const unit = Math.abs(days) === 1 ? 'day' : 'days';
  return days > 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
}

/** How a member was told of a lapse. */
export function noticeWords({ state, on }: LapseNotice): string {
  switch (state) {
    case 'not-told':
      return 'Not told';
    case 'prepared':
      return 'Prepared';
    case 'sent':
      return on === null ? 'Sent' : `Sent ${displayDate(on)}`;
    case 'held':
      return 'Held';
    case 'failed':
      return on === null ? 'Came back' : `Came back ${displayDate(on)}`;
  }
}

/** Where a lapse notice is worked: its run, or the month whose notices are to be prepared. */
export function noticePlace({ run, month }: LapseNotice): string {
  return run === null ? `/renewals?month=${month}` : `/renewals?run=${run}`;
}

/** Whether only the exam recertifies from a day within the next 12 months on. */
export function isNearLine(row: WorklistRow, today: string): boolean {
  const { lapse } = row;
  if (lapse === null || lapse.appliedOn !== null || lapse.examOnlyFrom <= today) return false;
  const year = Number(today.slice(0, 4)) + 1;
  return lapse.examOnlyFrom <= `${year}${today.slice(4)}`;
}
