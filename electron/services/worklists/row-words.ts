import type { ActivityCategory } from '../../../shared/domain/codes.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { LapseCause } from '../../../shared/domain/standing.ts';
import type {
  DuplicatesFound,
  OverCapFound,
  UnsupportedFound,
} from '../../../shared/domain/worklist-findings.ts';
import type { LapsedPart, WorklistName } from '../../../shared/domain/worklists.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { addDays, addMonths, displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { ListedRow } from '../../repositories/worklists.ts';

/** What a row says: what is the matter, what would settle it, and the policy's sentence. */
export interface RowWords {
  readonly text: string;
  readonly settle: string;
  readonly citation: string;
}

/** A row of a list in the office's words. */
export function rowWords(
  list: WorklistName,
  row: ListedRow,
  lapsed: LapsedPart | null,
  policy: Policy,
): RowWords {
  switch (list) {
    case 'ending':
      return {
        text: `${recorded(row)} recorded; ${points(row.points_outstanding)} to go by ${date(row.cycle_end)}.`,
        settle: `Record ${points(row.points_outstanding)}, or the attestation signed by ${date(row.cycle_end)}.`,
        citation: 'SC-CCP-3',
      };
    case 'ended-short':
    case 'in-grace':
      return endedShort(row, lapsed, policy);
    case 'roll-blocked':
      return {
        text: `Its points are there, but the annual fee due ${date(row.oldest_unpaid_due_on)} keeps it from rolling.`,
        settle: `Take in the payment: ${displayCents(row.owed_cents ?? 0)} is owed in all. The next sweep rolls the cycle.`,
        citation: 'SC-CCP-7',
      };
    case 'over-cap':
      return overCapWords(found(row));
    case 'duplicates':
      return duplicatesWords(found(row));
    case 'unsupported':
      return unsupportedWords(found(row));
    case 'past-due':
      return pastDue(row, policy);
    case 'lapsed':
      return lapsedWords(row, lapsed);
    default:
      return assertNever(list);
  }
}

function endedShort(row: ListedRow, lapsed: LapsedPart | null, policy: Policy): RowWords {
  const end = row.cycle_end ?? row.on_date;
  const text = `${recorded(row)} recorded when it ended on ${date(end)}, and no attestation.`;
  if (row.status === 'lapsed')
    return { text, settle: `Lapsed since ${date(end)}. ${waysBack(lapsed)}`, citation: 'SC-LAPSE-1' };
  const grace = policy.value('points-grace-days', end);
  return {
    text,
    settle: `Record ${points(row.points_outstanding)} earned in the cycle by ${date(addDays(end, grace.value))}: ${days(grace.value)} of grace${grace.confirmed ? '' : ', which the office has not confirmed'}.`,
    citation: 'SC-LAPSE-1',
  };
}

function pastDue(row: ListedRow, policy: Policy): RowWords {
  const since = row.oldest_unpaid_due_on ?? row.on_date;
  const lapses = addMonths(since, policy.value('lapse-after-months', since).value);
  return {
    text: `The annual fee due ${date(since)} is unpaid.`,
    settle: `Paying ${displayCents(row.owed_cents ?? 0)} makes it active; unpaid it lapses on ${date(lapses)}.`,
    citation: 'SC-FEE-1',
  };
}

function lapsedWords(row: ListedRow, lapsed: LapsedPart | null): RowWords {
  const cause = lapsed?.cause ?? row.lapse_cause ?? 'fees';
  const since = date(lapsed?.since ?? row.lapse_since ?? row.on_date);
  return {
    text: CAUSES[cause](since),
    settle: waysBack(lapsed),
    citation: lapseCitation(cause, lapsed?.boundByCcp ?? true),
  };
}

const CAUSES: Readonly<Record<LapseCause, (since: string) => string>> = {
  fees: (since) => `The annual fee due ${since} was unpaid for three years.`,
  points: (since) => `The cycle ended on ${since} without its points recorded or attested.`,
  audit: (since) => `The CCP audit closed on ${since} without compliance.`,
};

/** The sentence of a lapse; those whom CCP does not bind have their own. */
export function lapseCitation(cause: LapseCause, bound: boolean): string {
  if (cause === 'audit') return 'SC-LAPSE-3';
  return cause === 'fees' && !bound ? 'SC-LAPSE-2' : 'SC-LAPSE-1';
}

/** By which routes it comes back, and until when (SC-RECERT-1, SC-RECERT-2, SC-RECERT-3). */
export function waysBack(lapsed: LapsedPart | null): string {
  if (lapsed === null) return 'Bring the standings up to date: by the facts of today it has not lapsed.';
  if (!lapsed.routes.includes('ccp')) return `Back by exam only, since ${displayDate(lapsed.examOnlyFrom)}.`;
  if (lapsed.appliedOn !== null)
    return `Back by CCP or exam: the application received ${displayDate(lapsed.appliedOn)} counts.`;
  return `Back by CCP or exam; exam only from ${displayDate(lapsed.examOnlyFrom)}.`;
}

function overCapWords({ category, points: sum, cap, confirmed, start, end }: OverCapFound): RowWords {
  return {
    text: `${points(sum)} of ${CATEGORY_WORDS[category]} in the cycle from ${date(start)} to ${date(end)}; the office’s cap is ${cap}${confirmed ? '' : ' (not confirmed)'}.`,
    settle: 'Grant no more than the cap, or set another cap in the policy.',
    citation: 'PB-CCP-5',
  };
}

function duplicatesWords(pair: DuplicatesFound): RowWords {
  const [first, second] = pair.points;
  const settle = 'Withdraw one of them, or mark the row as done where both are right.';
  if (pair.kind === 'same')
    return {
      text: `“${pair.title}”${pair.provider === '' ? '' : ` by ${pair.provider}`} on ${date(pair.from)} is recorded twice, with ${first} and ${second} points.`,
      settle,
      citation: 'SC-CCP-6',
    };
  return {
    text: `The employments “${pair.title}” and “${pair.otherTitle}” overlap from ${date(pair.from)} on; they claim ${first} and ${second} points.`,
    settle,
    citation: 'SC-CCP-2',
  };
}

function unsupportedWords({ start, end, why }: UnsupportedFound): RowWords {
  return {
    text: `The cycle from ${date(start)} to ${date(end)} is on record as rolled, but ${why}.`,
    settle: 'Correct the fact that is wrong, or reopen the cycle with a sentence and a reason.',
    citation: 'SC-CCP-7',
  };
}

export const CATEGORY_WORDS: Readonly<Record<ActivityCategory, string>> = {
  'professional-education': 'Professional Education',
  'formal-education': 'Formal Education',
  'employment-verification': 'Employment Verification',
  authorship: 'Authorship of Written Work',
  'instructional-presentation': 'Instructional Presentation',
  'organizational-participation': 'Organizational Participation',
};

/** What a finding kept, as its list wrote it. */
function found<Found>(row: ListedRow): Found {
  // Written by findingChanges alone, in the shape of the row's own list.
  return JSON.parse(row.found ?? 'null') as Found;
}

function recorded(row: ListedRow): string {
  return `${row.points_counted ?? 0} of ${row.points_required ?? 0} points`;
}

function points(count: number | null): string {
  return `${count ?? 0} ${count === 1 ? 'point' : 'points'}`;
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

function date(text: string | null): string {
  return text === null ? '' : displayDate(text);
}
