import { describe, expect, it } from 'vitest';
import {
  partsOf,
  readQuestion,
  writeFilter,
  writeSort,
} from '../../../renderer/features/members/filter-text.ts';
import type { MemberFilter } from '../../../shared/domain/members-list.ts';

const read = (text: string) => readQuestion(new URLSearchParams(text));

describe('the question of the members list, as the place says it', () => {
  it.each<[string, MemberFilter]>([
    ['', {}],
    ['status=past-due', { status: ['past-due'] }],
    ['status=lapsed,past-due', { status: ['past-due', 'lapsed'] }],
    ['status=gone', {}],
    ['code=RMA,MT,XYZ', { code: ['MT', 'RMA'] }],
    ['state=IL,TX', { state: ['IL', 'TX'] }],
    ['state=illinois', {}],
    ['month=12', { anniversaryMonth: 12 }],
    ['month=13', {}],
    ['month=1.5', {}],
    ['attention=roll-blocked', { attention: 'roll-blocked' }],
    ['attention=bored', {}],
    ['text=%20garc%C3%ADa%20', { text: 'garcía' }],
    [
      'status=due&code=RMA&state=IL&month=5&text=a',
      { status: ['due'], code: ['RMA'], state: ['IL'], anniversaryMonth: 5, text: 'a' },
    ],
  ])('%j narrows to %j', (text, filter) => {
    const question = read(text);
    expect(question.filter).toEqual(filter);
    expect(partsOf(question.filter)).toBe(Object.keys(filter).length);
    expect(read(new URLSearchParams(writeFilter(filter)).toString()).filter).toEqual(filter);
  });

  it.each([
    ['', { by: 'name', descending: false }, ''],
    ['sort=name', { by: 'name', descending: false }, ''],
    ['sort=-name', { by: 'name', descending: true }, '-name'],
    ['sort=-owedCents', { by: 'owedCents', descending: true }, '-owedCents'],
    ['sort=zip', { by: 'zip', descending: false }, 'zip'],
    ['sort=shoe-size', { by: 'name', descending: false }, ''],
  ] as const)('%j sorts by %j', (text, sort, written) => {
    expect(read(text).sort).toEqual(sort);
    expect(writeSort(sort)).toBe(written);
  });
});
