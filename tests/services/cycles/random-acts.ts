import fc from 'fast-check';
import type { Office } from '../../../electron/services/office.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ActivityDraft } from '../../../shared/domain/points.ts';
import type { Held } from '../payments/small-office.ts';
import { draft, employment } from '../points/points-office.ts';
import { writeLetterhead } from '../recertification/lapsed-office.ts';
import { cycleOffice } from './cycle-office.ts';

const ANA = '700041';
const BEA = '700042';
const CAL = '700043';
const DEE = '700044';

const held = (
  memberNo: string,
  first: string,
  code: CertificationCode,
  certifiedOn: string,
  fees: number,
  paid: number,
): Held => ({
  memberNo,
  name: [first, 'Okoye'],
  code,
  certifiedOn,
  fees,
  paid,
});

const PEOPLE: readonly Held[] = [
  held(ANA, 'Ana', 'RMA', '2020-02-28', 6, 6),
  held(ANA, 'Ana', 'MT', '2023-11-23', 2, 2),
  held(BEA, 'Bea', 'RPT', '2017-11-22', 8, 5),
  held(CAL, 'Cal', 'RMA', '2004-05-31', 8, 8),
  held(CAL, 'Cal', 'CMLA', '2021-05-01', 5, 5),
  held(DEE, 'Dee', 'RMA', '2018-12-31', 7, 7),
];

/** Everyone of the office. */
export const MEMBERS = [ANA, BEA, CAL, DEE] as const;
/** What they hold. */
export const HELD: readonly (readonly [string, CertificationCode])[] = PEOPLE.map(({ memberNo, code }) => [
  memberNo,
  code,
]);

/** An office with lapses by every cause, rolled and open cycles, a job that goes on, and a letterhead. */
export async function randomOffice(): Promise<Office> {
  const office = await cycleOffice(PEOPLE, {
    activities: [
      [ANA, '2022-05-01', 30],
      [ANA, '2023-02-28', 5],
      [ANA, '2024-02-29', 20],
      [ANA, '2025-03-01', 25],
      [BEA, '2019-03-01', 24],
      [BEA, '2021-03-01', 24],
      [DEE, '2020-12-31', 30],
      [DEE, '2022-01-01', 30],
      [CAL, '2023-01-01', 30],
    ],
    jobs: [
      [DEE, '2019-01-01', '2021-06-30', 20],
      [BEA, '2018-06-01', null, 12],
    ],
    attestations: [[CAL, 'CMLA', '2021-05-01', '2024-04-30']],
    audits: [[DEE, 'RMA', '2018-12-31', '2023-01-15']],
  });
  await writeLetterhead(office);
  return office;
}

const DAYS = [
  '2017-11-22',
  '2018-12-31',
  '2020-02-28',
  '2020-02-29',
  '2020-12-31',
  '2021-01-01',
  '2021-04-30',
  '2021-11-21',
  '2021-12-30',
  '2021-12-31',
  '2022-05-01',
  '2023-02-27',
  '2023-02-28',
  '2023-11-23',
  '2024-02-29',
  '2024-04-30',
  '2024-05-01',
  '2024-12-30',
  '2025-06-15',
  '2026-02-27',
  '2026-02-28',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2027-03-01',
];
const day = fc.constantFrom(...DAYS);
const nth = fc.nat({ max: 20 });
const member = fc.constantFrom(...MEMBERS);
const holding = fc.constantFrom(...HELD);
const flags = fc.record({ job: fc.boolean(), knowledge: fc.boolean(), degree: fc.constant(false) });
const typed: fc.Arbitrary<ActivityDraft> = fc.oneof(
  fc
    .record({
      day,
      points: fc.constantFrom(0, 0.5, 5, 12.25, 30, 45),
      hours: fc.option(fc.constantFrom(0, 2.5, 10, 40)),
      category: fc.constantFrom(
        'professional-education',
        'formal-education',
        'authorship',
        'instructional-presentation',
        'organizational-participation',
      ),
      criteria: flags,
      title: fc.constantFrom('Course', 'Other course', 'Retaken examination'),
    })
    .map(({ day: on, points, hours, category, criteria, title }) =>
      draft({ completedOn: on, claimed: points, hours, category, criteria, title }),
    ),
  fc
    .record({ day, to: fc.option(day), points: fc.constantFrom(5, 12.5, 30) })
    .map(({ day: from, to, points }) => employment(from, to, points)),
);

/** A random thing that the desk does; what it is done to is the nth of what there is by then. */
export const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('enter' as const), member, typed }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('correct' as const), nth, typed }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('withdraw' as const), nth }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('attest' as const), holding, day }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('unattest' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('redate' as const),
      holding,
      day: fc.oneof(day, fc.integer({ min: -400, max: 400 })),
      kind: fc.constantFrom('certified-on' as const, 'recertified-on' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('redate-attestation' as const), holding, nth, day }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('redate-activity' as const), nth, day, to: fc.option(day) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reopen' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('reverse' as const), holding, day, how: fc.nat({ max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('start' as const),
      holding,
      day,
      by: fc.constantFrom('ccp' as const, 'exam' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('step' as const), nth, day, complete: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('recertify' as const), nth, day }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('policy' as const), nth, day, back: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('sweep' as const) }) },
);
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;
