import type { StandingStatus } from '../../../shared/domain/standing.ts';
import type {
  StandingPart,
  StatusMove,
  Trial,
  TrialFilter,
  TrialReport,
} from '../../../shared/domain/what-if.ts';
import { displayDate } from '../../../shared/util/dates.ts';

const count = (n: number) => n.toLocaleString('en-US');
const certifications = (n: number) => `${count(n)} ${n === 1 ? 'certification' : 'certifications'}`;

/** `37 certifications would change.` */
export function movedWords({ moved, otherwise }: TrialReport): string {
  if (moved > 0) return `${certifications(moved)} would change.`;
  return otherwise > 0 ? 'No status would change.' : 'Nobody would stand otherwise.';
}

/** What was compared: `1,204 certifications judged as of 1 January 2027, under the values now in force and those tried.` */
export function comparedWords({ judged, trial }: TrialReport): string {
  const { asOf, against }: Trial = trial;
  const days =
    asOf === against
      ? `as of ${displayDate(asOf)}`
      : `as of ${displayDate(against)} and of ${displayDate(asOf)}`;
  return `${certifications(judged)} judged ${days}, by what is recorded today. Nothing was written.`;
}

/** What of a standing differs, where its status does not. */
export const PART_WORDS: Readonly<Record<StandingPart, string>> = {
  status: 'status',
  lapse: 'lapse and ways back',
  points: 'points',
  fees: 'amount owed',
  attention: 'what needs attention',
};

/** A filter as its chip is known by. */
export function filterKey({ show, from, to }: TrialFilter): string {
  return show === 'otherwise' ? show : `${from ?? 'any'} ${to ?? 'any'}`;
}

export const EVERY_MOVE: TrialFilter = { show: 'moved', from: null, to: null };
export const OTHERWISE: TrialFilter = { show: 'otherwise', from: null, to: null };

/** The filter of one move. */
export function moveFilter({ from, to }: Pick<StatusMove, 'from' | 'to'>): TrialFilter {
  return { show: 'moved', from, to };
}

/** The filter that a report is best opened with. */
export function firstFilter({ moved, otherwise }: TrialReport): TrialFilter {
  return moved === 0 && otherwise > 0 ? OTHERWISE : EVERY_MOVE;
}

/** A status in a sentence: `past due`. */
export function statusWord(status: StandingStatus): string {
  return status === 'past-due' ? 'past due' : status;
}
