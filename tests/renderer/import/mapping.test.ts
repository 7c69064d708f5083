import { expect, test } from 'vitest';
import {
  choose,
  missingColumns,
  openSuggestions,
  takenFor,
} from '../../../renderer/features/import/mapping.ts';
import type { ImportInspection } from '../../../shared/domain/import.ts';

const column = (header: string, taken: string | null, suggestion: string | null = null) => ({
  header,
  column: taken,
  suggestion,
});

const INSPECTION: ImportInspection = {
  file: '/office/certs.csv',
  encoding: 'UTF-8',
  byteOrderMark: false,
  delimiter: ',',
  kind: 'certifications',
  columns: [
    column('Member ID', null, 'member_no'),
    column('code', 'code'),
    column('Certified', null, 'certified_on'),
    column('Issued', null),
  ],
  missing: ['member_no', 'certified_on'],
  known: [
    { column: 'member_no', required: true },
    { column: 'code', required: true },
    { column: 'certified_on', required: true },
    { column: 'certificate_no', required: false },
  ],
  sample: [],
  notices: [],
};

test('nothing is taken up by a suggestion alone', () => {
  expect(takenFor(INSPECTION, {})).toEqual([null, 'code', null, null]);
  expect(missingColumns(INSPECTION, {})).toEqual(['member_no', 'certified_on']);
  expect(openSuggestions(INSPECTION, {})).toEqual([
    { header: 'Member ID', column: 'member_no' },
    { header: 'Certified', column: 'certified_on' },
  ]);
});

test.each([
  { name: 'a suggestion taken up', header: 'Member ID', to: 'member_no', missing: ['certified_on'] },
  { name: 'another column than suggested', header: 'Issued', to: 'certified_on', missing: ['member_no'] },
  {
    name: 'a column given up',
    header: 'code',
    to: null,
    missing: ['member_no', 'code', 'certified_on'],
  },
  {
    name: 'a column moved to another header',
    header: 'Issued',
    to: 'code',
    missing: ['member_no', 'certified_on'],
  },
])('$name', ({ header, to, missing }) => {
  const chosen = choose(INSPECTION, {}, header, to);
  expect(missingColumns(INSPECTION, chosen)).toEqual(missing);
  const taken = takenFor(INSPECTION, chosen).filter((one) => one !== null);
  expect(new Set(taken).size).toBe(taken.length);
});

test('a suggestion that was turned down, or whose column another header gives, is not offered again', () => {
  const down = choose(INSPECTION, {}, 'Certified', null);
  const moved = choose(INSPECTION, down, 'Issued', 'member_no');
  expect(openSuggestions(INSPECTION, moved)).toEqual([]);
});
