import type { AuditedActivity } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** What an activity is called to its member. */
export function auditedTitle({ title }: AuditedActivity): string {
  return title.trim() === '' ? 'Activity without a title' : title.trim();
}

/** `4 May 2024`, `1 June 2019 to 31 July 2020`, `since 1 June 2019`. */
export function auditedWhen({ from, to }: AuditedActivity): string {
  if (to === null) return `since ${displayDate(from)}`;
  return from === to ? displayDate(from) : `${displayDate(from)} to ${displayDate(to)}`;
}

/** `1 point`, `7.5 points`. */
export function pointsWords(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}
