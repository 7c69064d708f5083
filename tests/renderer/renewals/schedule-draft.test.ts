import { expect, test } from 'vitest';
import {
  daysOf,
  dayWords,
  scheduleInput,
  stepDrafts,
} from '../../../renderer/features/renewals/schedule-draft.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';

test.each([
  ['-60', -60],
  ['−60', -60],
  [' 10 ', 10],
  ['0', 0],
  ['1100', 1100],
  ['1101', null],
  ['ten', null],
  ['1.5', null],
  ['', null],
])('%s days are %s', (days, value) => {
  expect(daysOf({ days })).toBe(value);
});

test.each([
  ['-60', 'anniversary-month', '60 days before the first day of the anniversary month'],
  ['1', 'due-date', '1 day after the day the fee is due'],
  ['0', 'lapse', 'on the month in which it lapses'],
] as const)('%s from %s', (days, anchor, words) => {
  expect(dayWords({ days, anchor })).toBe(words);
});

test('what is not changed is saved as it was', () => {
  const step: NoticeStep = {
    id: 'reminder',
    kind: 'reminder',
    title: 'Reminder',
    anchor: 'anniversary-month',
    offsetDays: 14,
    offsetPolicy: null,
    channel: 'email-first',
    letter: 'reminder',
  };
  expect(scheduleInput(stepDrafts([step]))).toEqual({ steps: [step] });
});
