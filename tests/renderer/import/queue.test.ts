import { expect, test } from 'vitest';
import {
  checkNext,
  type FileState,
  fileName,
  goodRows,
  inOrder,
  newFile,
  type QueuedFile,
  turnOf,
} from '../../../renderer/features/import/queue.ts';
import type { ImportInspection, ImportKind } from '../../../shared/domain/import.ts';

function inspection(kind: ImportKind, missing: boolean): ImportInspection {
  return {
    file: `/office/${kind}.csv`,
    encoding: 'UTF-8',
    byteOrderMark: false,
    delimiter: ',',
    kind,
    columns: [{ header: 'member_no', column: missing ? null : 'member_no', suggestion: null }],
    missing: missing ? ['member_no'] : [],
    known: [{ column: 'member_no', required: true }],
    sample: [],
    notices: [],
  };
}

function file(id: number, kind: ImportKind, state: FileState, missing = false): QueuedFile {
  return { ...newFile(id, `/office/${kind}.csv`), kind, state, inspection: inspection(kind, missing) };
}

test('members come first, what belongs to them after, what nobody knows last', () => {
  const files = [
    newFile(1, '/office/unknown.csv'),
    file(2, 'payments', 'ready'),
    file(3, 'certifications', 'ready'),
    file(4, 'members', 'ready'),
    file(5, 'members', 'ready'),
  ];
  expect(inOrder(files).map(({ id }) => id)).toEqual([4, 5, 3, 2, 1]);
});

test.each([
  {
    name: 'nothing while a file is looked into, which may have to come before',
    files: [file(1, 'payments', 'ready'), { ...file(2, 'members', 'looking'), kind: null }],
    turn: null,
    check: null,
  },
  {
    name: 'the members before their certifications',
    files: [file(1, 'certifications', 'ready'), file(2, 'members', 'ready')],
    turn: 2,
    check: 2,
  },
  {
    name: 'the next once the members are imported',
    files: [file(1, 'certifications', 'ready'), file(2, 'members', 'imported')],
    turn: 1,
    check: 1,
  },
  {
    name: 'the next once the members are left out',
    files: [file(1, 'certifications', 'ready'), file(2, 'members', 'skipped')],
    turn: 1,
    check: 1,
  },
  {
    name: 'the members, unchecked while a column is missing',
    files: [file(1, 'certifications', 'ready'), file(2, 'members', 'ready', true)],
    turn: 2,
    check: null,
  },
  {
    name: 'the members, and nothing else beside what is under way',
    files: [file(1, 'certifications', 'ready'), file(2, 'members', 'importing')],
    turn: 2,
    check: null,
  },
  {
    name: 'no file that failed, until someone asks',
    files: [
      { ...file(1, 'members', 'ready'), error: { code: 'import-truncated', message: 'Truncated.', fix: '' } },
    ],
    turn: 1,
    check: null,
  },
  {
    name: 'nobody when all are over',
    files: [file(1, 'members', 'imported'), file(2, 'fees', 'unreadable')],
    turn: null,
    check: null,
  },
])('it is the turn of $name', ({ files, turn, check }) => {
  expect(turnOf(files)?.id ?? null).toBe(turn);
  expect(checkNext(files)?.id ?? null).toBe(check);
});

test.each([
  { path: '/home/dana/members.csv', name: 'members.csv' },
  { path: 'C:\\Users\\Dana\\members.csv', name: 'members.csv' },
  { path: 'members.csv', name: 'members.csv' },
])('the name of $path', ({ path, name }) => {
  expect(fileName(path)).toBe(name);
});

test('good rows are all that are not rejected', () => {
  const report = { rows: 4_812, added: 0, updated: 0, unchanged: 0, rejected: [], rejectedCount: 22 };
  expect(goodRows({ ...report, applied: false, refusal: null, notices: [] })).toBe(4_790);
});
