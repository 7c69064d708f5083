import { describe, expect, test } from 'vitest';
import {
  type ActivityForm,
  EMPTY_FORM,
  formOf,
  nextForm,
  readForm,
} from '../../../renderer/features/points/activity-form.ts';

const typed: ActivityForm = {
  ...EMPTY_FORM,
  title: 'Course',
  completedOn: '2026-03-01',
  hours: '2.5',
  criteria: { job: true, knowledge: false, degree: false },
};

describe('what is typed is read', () => {
  const cases: readonly (readonly [why: string, form: Partial<ActivityForm>, read: object])[] = [
    ['hours alone', {}, { hours: 2.5, claimed: null, completedOn: '2026-03-01' }],
    ['points alone', { hours: ' ', claimed: ' 4 ' }, { hours: null, claimed: 4 }],
    ['a day that is not there yet', { completedOn: '' }, { completedOn: null }],
    ['hours in words', { hours: 'two' }, { field: 'hours' }],
    ['three decimals', { claimed: '1.125' }, { field: 'claimed' }],
    ['a negative', { hours: '-1' }, { field: 'hours' }],
    ['a point alone', { hours: '.' }, { field: 'hours' }],
    [
      'an employment, without the day of a course',
      { category: 'employment-verification', employedFrom: '2018-01-01' },
      { completedOn: null, employedFrom: '2018-01-01', employedTo: null },
    ],
    ['a day of no calendar', { completedOn: '2026-02-30' }, { field: 'completedOn' }],
  ];
  test.each(cases)('%s', (_why, form, read) => {
    expect(readForm({ ...typed, ...form })).toMatchObject(read);
  });
});

test('the next activity keeps what is mostly the same', () => {
  expect(nextForm({ ...typed, evidence: 'seen' })).toEqual({
    ...EMPTY_FORM,
    criteria: typed.criteria,
    evidence: 'seen',
  });
});

describe('an activity on record is typed as', () => {
  const recorded = {
    ...typed,
    employedFrom: null,
    employedTo: null,
    granted: 2,
    hours: 3,
    claimed: null,
  } as const;
  test.each([
    ['its hours, where points came of them', {}, { hours: '3', claimed: '' }],
    ['its points, where a file brought no hours', { hours: null }, { hours: '', claimed: '2' }],
    ['what AMT gave, whatever its hours', { source: 'amt-online' }, { hours: '3', claimed: '2' }],
    ['what was claimed', { claimed: 5 }, { claimed: '5' }],
  ] as const)('%s', (_why, told, form) => {
    expect(formOf({ ...recorded, ...told })).toMatchObject(form);
  });
});
