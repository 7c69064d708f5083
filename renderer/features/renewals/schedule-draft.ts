import type { NoticeAnchor, NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { AskedOf } from '../../api/asked.ts';

/** A step while it is changed: its days as typed. */
export interface StepDraft extends Omit<NoticeStep, 'offsetDays'> {
  readonly days: string;
}

export function stepDrafts(steps: readonly NoticeStep[]): readonly StepDraft[] {
  return steps.map(({ offsetDays, ...step }) => ({ ...step, days: String(offsetDays) }));
}

/** Days after the anchor, negative before it; null where what is typed is none. */
export function daysOf({ days }: Pick<StepDraft, 'days'>): number | null {
  const text = days.trim().replace('−', '-');
  if (!/^-?\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= 1100 ? value : null;
}

const ANCHORS: Readonly<Record<NoticeAnchor, string>> = {
  'anniversary-month': 'the first day of the anniversary month',
  'due-date': 'the day the fee is due',
  'cycle-end': 'the month in which the cycle ends',
  lapse: 'the month in which it lapses',
  payment: 'the day on which a year is paid in full',
  selection: 'the first day of the month of the selection',
};

/** `60 days before the first day of the anniversary month` */
export function dayWords(step: Pick<StepDraft, 'days' | 'anchor'>): string {
  const days = daysOf(step);
  const anchor = ANCHORS[step.anchor];
  if (days === null) return anchor;
  if (days === 0) return `on ${anchor}`;
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} ${anchor}`;
}

/** What the office is asked to preview or save. Only for drafts whose days are right. */
export function scheduleInput(steps: readonly StepDraft[]): AskedOf<'notices.saveSchedule'> {
  return {
    steps: steps.map(({ days, ...step }) => ({ ...step, offsetDays: daysOf({ days }) ?? 0 })),
  };
}
