import { describe, expect, test } from 'vitest';
import type { ApplicationCase } from '../../../electron/rules/recertification/application.ts';
import { checklistOf, missingOf } from '../../../electron/rules/recertification/checklist.ts';
import { countedPoints, judgedPoints } from '../../../electron/rules/recertification/counted-points.ts';
import { requiredPoints } from '../../../electron/rules/recertification/points-required.ts';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import type { KeptEligibility } from '../../../shared/domain/kept-eligibility.ts';
import { book } from '../build.ts';
import { application, jobLine, line, PAID } from './application.ts';

const EXAM: Partial<ApplicationCase> = {
  route: 'exam',
  points: [],
  eligibleBy: 'Graduate',
  eligibleCheckedOn: '2026-10-02',
};

/** A way that asks for one document beside the application and its fee. */
function way(cameOn: string | null): KeptEligibility {
  return {
    eligibility: 1,
    route: 'work',
    title: 'Work experience',
    citation: 'SC-RECERT-3',
    on: '2026-10-02',
    actor: 'Dana',
    answers: {},
    answered: [],
    needs: [],
    documents: [
      { place: 1, text: 'Application', shownBy: 'application', cameOn: '2026-10-01' },
      { place: 2, text: 'Employment verification form', shownBy: null, cameOn },
      { place: 3, text: 'Exam fee', shownBy: 'fee', cameOn: null },
    ],
  };
}

describe('PB-REC-1: what an application must contain', () => {
  test('a complete one misses nothing', () => {
    expect(missingOf(application())).toEqual([]);
    expect(missingOf(application(EXAM))).toEqual([]);
  });

  const cases: readonly (readonly [
    what: string,
    of: Partial<ApplicationCase>,
    missing: readonly string[],
  ])[] = [
    ['the felony question not answered whole', { felonyAnswered: false }, ['felony']],
    ['no points at all', { points: [] }, ['points', 'proof']],
    ['points one short', { points: [line({ points: 29 })] }, ['points']],
    ['points to the very number', { points: [line({ points: 12 }), line({ points: 18 })] }, []],
    [
      'a line without its proof, though others suffice',
      { points: [line(), line({ proofOn: null })] },
      ['proof'],
    ],
    [
      'a line without its proof that is refused',
      { points: [line(), line({ proofOn: null, refusedWhy: 'no' })] },
      [],
    ],
    [
      'a line without its proof that is taken off',
      { points: [line(), line({ proofOn: null, withdrawnOn: '2026-10-02' })] },
      [],
    ],
    [
      'employment without its form',
      { points: [line(), jobLine('2019-01-01', null, { proofOn: null })] },
      ['employment-form'],
    ],
    ['the attestation not signed and dated', { attestedOn: null }, ['attestation']],
    ['the fee not invoiced', { fee: null }, ['fee']],
    ['the fee paid but for a cent', { fee: { ...PAID, paidCents: 99_99, owedCents: 1 } }, ['fee']],
    [
      'everything',
      { felonyAnswered: false, points: [], attestedOn: null, fee: null },
      ['felony', 'points', 'proof', 'attestation', 'fee'],
    ],
    [
      'by exam: a document of its way has not come (SC-RECERT-3)',
      { ...EXAM, eligibility: way(null) },
      ['documents'],
    ],
    ['by exam: every document of its way came', { ...EXAM, eligibility: way('2026-10-05') }, []],
    [
      'by exam: what the application and its fee show themselves is asked once',
      { ...EXAM, fee: null, eligibility: way('2026-10-05') },
      ['fee'],
    ],
    ['by exam: eligibility not checked (SC-LAPSE-0)', { ...EXAM, eligibleBy: null }, ['eligibility']],
    ['by exam: no points are asked', { ...EXAM, points: [] }, []],
  ];

  test.each(cases)('%s', (_what, of, missing) => {
    expect(missingOf(application(of)).map(({ id }) => id)).toEqual(missing);
  });

  test('everything that is missing is asked for, and nothing that is there', () => {
    for (const [, of] of cases)
      for (const { done, ask, id } of checklistOf(application(of))) {
        if (done) expect(ask).toBe('');
        // What lacks only its proof is asked for by name.
        else if (id !== 'points' && !(id === 'fee' && application(of).fee === null)) expect(ask).not.toBe('');
      }
  });

  test('employment is on the checklist only where it is claimed', () => {
    const ids = (of: Partial<ApplicationCase>) => checklistOf(application(of)).map(({ id }) => id);
    expect(ids({})).not.toContain('employment-form');
    expect(ids({ points: [jobLine('2019-01-01', null)] })).toContain('employment-form');
  });
});

test('SC-RECERT-4: as an RMA the eligibility is that of the assistant; else it is SC-LAPSE-0', () => {
  const citation = (code: 'RMA' | 'MT') =>
    checklistOf(application({ ...EXAM, code })).find(({ id }) => id === 'eligibility')?.citation;
  expect(citation('RMA')).toBe('SC-RECERT-4');
  expect(citation('MT')).toBe('SC-LAPSE-0');
});

describe('SC-LAPSE-0: current criteria, not those at first certification', () => {
  const stricter = book.withOverrides([
    { name: 'points-required.RMA', value: 36, from: '2026-10-01' },
    { name: 'points-required.RMA', value: 40, from: '2027-01-01' },
  ]);
  test.each([
    ['the day before a new value', '2026-09-30', 30],
    ['the day of the new value', '2026-10-01', 36],
    ['the day before the next one', '2026-12-31', 36],
    ['later', '2027-03-01', 40],
  ])('%s: received on %s asks %i points', (_what, receivedOn, points) => {
    expect(requiredPoints('RMA', receivedOn, stricter).value).toBe(points);
    const enough = application({
      receivedOn,
      policy: stricter,
      points: [line({ points, completedOn: '2026-01-01' })],
    });
    expect(missingOf(enough)).toEqual([]);
    const short = application({
      receivedOn,
      policy: stricter,
      points: [line({ points: points - 1, completedOn: '2026-01-01' })],
    });
    expect(missingOf(short).map(({ id }) => id)).toEqual(['points']);
  });

  test('every certification asks what its cycle asks', () => {
    const asked = CERTIFICATION_CODES.map((code) => requiredPoints(code, '2026-10-01', book).value);
    expect(asked).toEqual([45, 45, 36, 45, 30, 30, 30, 30, 24, 30]);
  });
});

describe('what of a line counts', () => {
  const cases = [
    ['a course with proof', line({ points: 12 }), 12, null],
    [
      'SC-CCP-1: none of the criteria',
      line({ criteria: { job: false, knowledge: false, degree: false } }),
      0,
      'SC-CCP-1',
    ],
    [
      'PB-CCP-7: one criterion is enough',
      line({ criteria: { job: false, knowledge: false, degree: true } }),
      30,
      null,
    ],
    ['SC-CCP-1: refused on review', line({ refusedWhy: 'not of the field' }), 0, 'SC-CCP-1'],
    ['PB-REC-1: without proof', line({ proofOn: null }), 0, 'PB-REC-1'],
    ['SC-CCP-4: the day before the three years', line({ completedOn: '2023-10-01' }), 0, 'SC-CCP-4'],
    ['SC-CCP-4: the first day of the three years', line({ completedOn: '2023-10-02' }), 30, null],
    ['SC-CCP-4: the day it was received', line({ completedOn: '2026-10-01' }), 30, null],
    ['SC-CCP-4: the day after', line({ completedOn: '2026-10-02' }), 0, 'SC-CCP-4'],
    ['SC-CCP-2: employment after 2020', jobLine('2024-01-01', null), 0, 'SC-CCP-2'],
    ['taken off', line({ withdrawnOn: '2026-10-05' }), 0, 'PB-REC-1'],
  ] as const;

  test.each(cases)('%s', (_what, points, counted, citation) => {
    const judged = judgedPoints(points, application({ points: [points] }));
    expect([judged.counted, judged.because?.citation ?? null]).toEqual([counted, citation]);
  });

  test('SC-CCP-2: employment counts in proportion to its days up to 2020-12-31, rounded down', () => {
    // 1 Jan 2020 to 31 Dec 2021 are 731 days, 366 of them in 2020: 15 × 366 ÷ 731 = 7.5 …
    const work = jobLine('2020-01-01', '2021-12-31', { points: 15 });
    const of = application({ receivedOn: '2022-06-01', points: [work] });
    expect(judgedPoints(work, of)).toMatchObject({ counted: 7, because: { citation: 'SC-CCP-2' } });
    expect(countedPoints(of)).toBe(7);
  });

  test('hundredths of points add up without error', () => {
    const points = Array.from({ length: 10 }, () => line({ points: 0.1 }));
    expect(countedPoints(application({ points }))).toBe(1);
  });
});
