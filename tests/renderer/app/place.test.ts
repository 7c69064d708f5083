import { describe, expect, it } from 'vitest';
import { formatPlace, matchPath, parsePlace } from '../../../renderer/app/place.ts';

describe('the place that an address names', () => {
  it.each([
    ['', '/today', ''],
    ['#', '/today', ''],
    ['#/', '/today', ''],
    ['#/members', '/members', ''],
    ['#/members/', '/members', ''],
    ['#members', '/members', ''],
    ['#/members?status=past-due', '/members', 'status=past-due'],
    ['#/members?text=a%26b&state=IL', '/members', 'text=a%26b&state=IL'],
    ['#/members/700412?tab=points', '/members/700412', 'tab=points'],
    ['#?status=due', '/today', 'status=due'],
  ])('%j is %s narrowed by %j', (hash, path, query) => {
    const place = parsePlace(hash);
    expect([place.path, place.query.toString()]).toEqual([path, query]);
  });

  it.each([
    ['/members', {}, '/members'],
    ['/members', { status: 'due' }, '/members?status=due'],
    ['/members', { status: '', state: 'IL' }, '/members?state=IL'],
    ['/members', { text: 'O’Brien & co' }, '/members?text=O%E2%80%99Brien+%26+co'],
  ])('%s with %j is written %s', (path, query, written) => {
    expect(formatPlace(path, query)).toBe(written);
    expect(Object.fromEntries(parsePlace(`#${written}`).query)).toEqual(
      Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')),
    );
  });
});

describe('what a path matches', () => {
  it.each([
    ['/members', '/members', {}],
    ['/members', '/members/1', null],
    ['/members/:memberNo', '/members', null],
    ['/members/:memberNo', '/members/', null],
    ['/members/:memberNo', '/members/700412', { memberNo: '700412' }],
    ['/members/:memberNo', '/members/A%2F1', { memberNo: 'A/1' }],
    ['/members/:memberNo', '/members/50%', { memberNo: '50%' }],
    ['/members/:memberNo', '/runs/700412', null],
  ])('%s on %s gives %j', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params);
  });
});
