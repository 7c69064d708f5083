import { describe, expect, it } from 'vitest';
import { FactsError } from '../../shared/domain/facts-reader.ts';
import { parseFacts, parseFactsFile } from '../../shared/domain/parse-facts.ts';

/** contract.md's own example. */
const EXAMPLE = {
  asOf: '2026-11-22',
  certification: { code: 'RMA', certifiedOn: '2019-05-01', recertifiedOn: null },
  fees: [{ yearStart: '2020-05-01', amountCents: 5000, paidCents: 5000, waived: false }],
  activities: [
    {
      ...{ id: 'a1', category: 'professional-education', completedOn: '2023-03-01', points: 10 },
      criteria: { job: true, knowledge: false, degree: false },
      ...{ source: 'member', finding: null },
    },
    {
      ...{
        id: 'e1',
        category: 'employment-verification',
        employedFrom: '2018-06-01',
        employedTo: '2021-03-31',
        points: 12,
      },
      criteria: { job: true, knowledge: false, degree: false },
      ...{ source: 'member', finding: null },
    },
  ],
  attestations: [{ cycleStart: '2022-05-01', attestedOn: '2025-04-20' }],
  audits: [{ cycleStart: '2022-05-01', selectedOn: '2026-01-15', closedOn: null, outcome: null }],
  recertification: null,
};

/** The example with the value at a path such as `fees.0.yearStart` replaced; undefined takes it away. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(EXAMPLE);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let parent: unknown = copy;
  for (const key of keys) parent = Object(parent)[key];
  if (value === undefined) delete Object(parent)[last];
  else Object(parent)[last] = value;
  return copy;
}

const REFUSED: readonly [path: string, value: unknown, message: string][] = [
  ['certification.code', 'XYZ', 'certification.code: "XYZ" is none of MT, MLT,'],
  ['certification.code', 'rma', 'certification.code: "rma" is none of'],
  [
    'certification.certifiedOn',
    '2026-11-23',
    'certification.certifiedOn: 2026-11-23 is after asOf 2026-11-22',
  ],
  ['certification.certifiedOn', '2019-02-29', 'certification.certifiedOn: "2019-02-29" is no existing date'],
  ['certification.certifiedOn', null, 'certification.certifiedOn: null is no existing date'],
  [
    'certification.recertifiedOn',
    '2019-04-30',
    'certification.recertifiedOn: 2019-04-30 is before certifiedOn 2019-05-01',
  ],
  ['certification.recertifiedOn', '2026-11-23', 'certification.recertifiedOn: 2026-11-23 is after asOf'],
  ['certification.recertifiedOn', undefined, 'certification.recertifiedOn: is missing'],
  ['certification.name', 'x', 'certification.name: is not a field'],
  ['asOf', '22/11/2026', 'asOf: "22/11/2026" is no existing date'],
  ['asOf', undefined, 'asOf: is missing'],
  ['attestation', [], 'attestation: is not a field'],
  ['fees', {}, 'fees: {} is not a list'],
  ['fees', null, 'fees: null is not a list'],
  ['fees.0', 5, 'fees[0]: 5 is not an object'],
  ['fees.0.yearStart', '2020-05-02', 'fees[0].yearStart: 2020-05-02 is not an anniversary of 2019-05-01'],
  ['fees.0.yearStart', '2019-05-01', 'fees[0].yearStart: 2019-05-01 is not an anniversary of 2019-05-01'],
  ['fees.0.yearStart', '2018-05-01', 'fees[0].yearStart: 2018-05-01 is not an anniversary'],
  ['fees.1', EXAMPLE.fees[0], 'fees[1].yearStart: 2020-05-01 is there twice'],
  ['fees.0.amountCents', -1, 'fees[0].amountCents: -1 is no whole number of cents'],
  ['fees.0.amountCents', 50.5, 'fees[0].amountCents: 50.5 is no whole number'],
  ['fees.0.paidCents', '5000', 'fees[0].paidCents: "5000" is no whole number'],
  ['fees.0.waived', 'no', 'fees[0].waived: "no" is neither true nor false'],
  ['fees.0.waived', undefined, 'fees[0].waived: is missing'],
  [
    'activities.0.category',
    'education',
    'activities[0].category: "education" is none of professional-education',
  ],
  ['activities.0.category', undefined, 'activities[0].category: is missing'],
  ['activities.0', null, 'activities[0]: null is not an object'],
  ['activities.0.points', -1, 'activities[0].points: -1 points are negative'],
  ['activities.0.points', '10', 'activities[0].points: "10" is no number'],
  ['activities.0.points', 1.234, 'activities[0].points: 1.234 points have more than two decimals'],
  ['activities.0.completedOn', '2023-02-30', 'activities[0].completedOn: "2023-02-30" is no existing date'],
  ['activities.0.completedOn', undefined, 'activities[0].completedOn: is missing'],
  ['activities.0.employedFrom', '2018-06-01', 'activities[0].employedFrom: is not a field'],
  ['activities.1.completedOn', '2018-06-01', 'activities[1].completedOn: is not a field'],
  [
    'activities.1.employedTo',
    '2018-05-31',
    'activities[1].employedTo: 2018-05-31 is before employedFrom 2018-06-01',
  ],
  ['activities.1.employedTo', undefined, 'activities[1].employedTo: is missing'],
  ['activities.1.id', 'a1', 'activities[1].id: “a1” is there twice'],
  ['activities.0.id', '', 'activities[0].id: "" is no text'],
  ['activities.0.source', 'web', 'activities[0].source: "web" is none of member, amt-online, staff'],
  ['activities.0.finding', 'maybe', 'activities[0].finding: "maybe" is none of accepted, rejected'],
  ['activities.0.criteria.job', 1, 'activities[0].criteria.job: 1 is neither true nor false'],
  ['activities.0.criteria.degree', undefined, 'activities[0].criteria.degree: is missing'],
  [
    'attestations.0.cycleStart',
    '2023-05-01',
    'attestations[0].cycleStart: 2023-05-01 is not the start of a cycle',
  ],
  ['attestations.0.attestedOn', 'soon', 'attestations[0].attestedOn: "soon" is no existing date'],
  ['audits.0.cycleStart', '2022-05-02', 'audits[0].cycleStart: 2022-05-02 is not the start of a cycle'],
  ['audits.0.outcome', 'compliant', 'audits[0].closedOn: is null although the audit has an outcome'],
  ['audits.0.closedOn', '2026-03-01', 'audits[0].outcome: is null although the audit has been closed'],
  ['recertification', undefined, 'recertification: is missing'],
  [
    'recertification',
    { route: 'fee', receivedOn: '2026-01-01' },
    'recertification.route: "fee" is none of ccp, exam',
  ],
  ['recertification', { route: 'ccp', receivedOn: '' }, 'recertification.receivedOn: "" is no existing date'],
];

describe('the strict reader of facts', () => {
  it('reads the contract’s example unchanged', () => {
    expect(parseFacts(EXAMPLE)).toEqual(EXAMPLE);
    expect(parseFactsFile(EXAMPLE)).toEqual([EXAMPLE]);
    expect(parseFactsFile([EXAMPLE, EXAMPLE])).toEqual([EXAMPLE, EXAMPLE]);
    expect(parseFactsFile([])).toEqual([]);
  });

  it.each(REFUSED)('refuses %s = %j', (path, value, message) => {
    const read = () => parseFacts(changed(path, value));
    expect(read).toThrow(FactsError);
    expect(read).toThrow(message);
    expect(messageOf(read).startsWith(message)).toBe(true);
  });

  it('names the element of a list, and refuses the whole list', () => {
    const read = () => parseFactsFile([EXAMPLE, EXAMPLE, changed('fees.0.yearStart', '2020-05-02')]);
    expect(messageOf(read)).toBe('[2].fees[0].yearStart: 2020-05-02 is not an anniversary of 2019-05-01.');
    expect(messageOf(() => parseFactsFile([EXAMPLE, 'x']))).toBe('[1]: "x" is not an object.');
    expect(messageOf(() => parseFactsFile('x'))).toBe('The facts: "x" is not an object.');
  });

  it('refuses an audit that closed before it was selected', () => {
    const audit = { ...EXAMPLE.audits[0], closedOn: '2026-01-14', outcome: 'compliant' };
    const read = () => parseFacts(changed('audits.0', audit));
    expect(messageOf(read)).toBe('audits[0].closedOn: 2026-01-14 is before selectedOn 2026-01-15.');
  });

  it.each([
    ['a year before the recertification counts from the certification', '2020-05-01', true],
    ['and one that is an anniversary of neither is refused', '2020-06-15', false],
    ['a year after it counts from the recertification', '2022-06-15', true],
    ['and no longer from the certification', '2022-05-01', false],
  ])('%s', (_, yearStart, accepted) => {
    const facts = {
      ...EXAMPLE,
      certification: { code: 'RMA', certifiedOn: '2019-05-01', recertifiedOn: '2021-06-15' },
      fees: [{ ...EXAMPLE.fees[0], yearStart }],
      attestations: [{ cycleStart: '2021-06-15', attestedOn: '2022-01-01' }],
      audits: [{ ...EXAMPLE.audits[0], cycleStart: '2019-05-01' }],
    };
    if (accepted) expect(parseFacts(facts).fees).toHaveLength(1);
    else expect(() => parseFacts(facts)).toThrow('fees[0].yearStart');
  });

  it('takes the anniversary of Feb 29 on Feb 28 in common years only', () => {
    const at = (yearStart: string) => ({
      ...EXAMPLE,
      certification: { code: 'RMA', certifiedOn: '2020-02-29', recertifiedOn: null },
      ...{ fees: [{ ...EXAMPLE.fees[0], yearStart }], attestations: [], audits: [] },
    });
    expect(parseFacts(at('2021-02-28')).fees).toHaveLength(1);
    expect(parseFacts(at('2024-02-29')).fees).toHaveLength(1);
    expect(() => parseFacts(at('2024-02-28'))).toThrow('2024-02-28 is not an anniversary of 2020-02-29');
    expect(() => parseFacts(at('2021-03-01'))).toThrow('2021-03-01 is not an anniversary of 2020-02-29');
  });
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was refused');
}
