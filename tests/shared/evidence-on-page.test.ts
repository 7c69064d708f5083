import { expect, test } from 'vitest';
import { evidenceOnPage } from '../../shared/domain/evidence-on-page.ts';

const CLAIMED = {
  memberName: 'Jane Roe',
  title: 'Phlebotomy Safety Update',
  provider: 'American Society for Clinical Laboratory Science',
  completedOn: '2024-05-03',
};
const page = (...lines: string[]) => ({
  source: 'recognised' as const,
  lines,
  cardNumbers: 0,
  proposals: { names: [], dates: ['2024-05-03'], hours: ['3.5 contact hours'], providers: ['Acme'] },
});

test('what a page shows is named item by item, as it is read there', () => {
  const lines = [
    'Jane Q. Roe, RMA',
    'Phlebotomy Safety Updale',
    'american society for clinical laboratory science',
  ];
  expect(evidenceOnPage(page(...lines), CLAIMED)).toEqual({
    name: 'Jane Roe',
    sponsor: CLAIMED.provider,
    date: '3 May 2024',
    hours: '3.5 contact hours',
  });
  expect(evidenceOnPage(page('PHLEBOTOMY SAFETY UPDATE'), CLAIMED)).toMatchObject({ title: CLAIMED.title });
});

test('another name, another title, another day are not taken for the claimed ones', () => {
  const found = evidenceOnPage(page('John Roe', 'Infection Control Update'), {
    ...CLAIMED,
    completedOn: '2024-05-04',
  });
  expect(found).toEqual({ sponsor: 'Acme', hours: '3.5 contact hours' });
});

test('an employment has no day, and an activity without a provider takes what the page names', () => {
  const found = evidenceOnPage(page('x'), { ...CLAIMED, provider: '', completedOn: null });
  expect(found).toEqual({ sponsor: 'Acme', hours: '3.5 contact hours' });
});
