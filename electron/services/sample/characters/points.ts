import {
  ATTESTED,
  type Character,
  HALF,
  NOTHING,
  paid,
  RECORDED,
  type Script,
  SHORT,
  unpaid,
} from './character.ts';

/** Everything that can happen with points and cycles. */
export function pointCharacters({ ago, course }: Script): readonly Character[] {
  return [
    {
      about: 'lapsed by points, short',
      name: 'Xóchitl||Villarreal|',
      courses: [course('RMA', ago(3, 4), { fees: paid(2), cycles: [SHORT] })],
    },
    {
      about: 'lapsed by points, nothing recorded',
      name: 'Dustin||Hathaway|',
      courses: [course('RPT', ago(7, 2), { fees: paid(5), cycles: [ATTESTED, NOTHING] })],
    },
    {
      about: 'lapsed by points, ten years or more',
      name: 'Jiří||Dvořák|',
      courses: [course('MLT', ago(14, 1), { fees: paid(2), cycles: [SHORT] })],
    },
    {
      about: 'attested late, lapsed by points',
      name: 'Constance||Merriweather|',
      courses: [
        course('CMAS', ago(3, 6), { fees: paid(3), cycles: [{ share: 0.4, attested: 'late', extras: [] }] }),
      ],
    },
    {
      about: 'points there, fee missing: roll blocked',
      name: 'Arnel||Dela Cruz|',
      courses: [course('RMA', ago(3, 7), { fees: ['paid', 'unpaid', 'paid'], cycles: [RECORDED, NOTHING] })],
    },
    {
      about: 'attested, fee missing: roll blocked',
      name: 'Siobhán||O’Leary|',
      courses: [course('MT', ago(3, 2), { fees: ['paid', 'unpaid', 'unpaid'], cycles: [ATTESTED] })],
    },
    {
      about: 'points outstanding in the last year of the cycle',
      name: 'Tyler||Underhill|',
      courses: [course('RMA', ago(2, 8), { cycles: [{ share: 0.4, attested: null, extras: [] }] })],
    },
    {
      about: 'points outstanding, cycle ends within a month',
      name: 'Noemí||Figueroa|',
      courses: [course('RDA', ago(2, 11, 10), { cycles: [SHORT] })],
    },
    {
      about: 'attested before the cycle’s end',
      name: 'Hyun-ju||Kang|',
      courses: [course('MLT', ago(2, 11), { cycles: [{ share: 0.3, attested: 'in-time', extras: [] }] })],
    },
    {
      about: 'past cycles attested',
      name: 'Eleanor|P.|Goodfellow|',
      courses: [course('MT', ago(7, 5), { cycles: [ATTESTED, ATTESTED, HALF] })],
    },
    {
      about: 'all points recorded early in the cycle',
      name: 'Aishwarya||Iyer|',
      courses: [course('CLC', ago(1, 2), { cycles: [{ share: 1.2, attested: null, extras: [] }] })],
    },
    {
      about: 'employment before 2021 counted',
      name: 'Rowena||Magbanua|',
      courses: [
        course('RMA', '2018-03-15', {
          cycles: [{ share: 1, attested: null, extras: ['employment'] }, RECORDED, RECORDED, HALF],
        }),
      ],
    },
    {
      about: 'employment across the end of 2020, in proportion',
      name: 'Zdeněk||Procházka|',
      courses: [
        course('RPT', '2019-09-01', {
          fees: paid(2),
          cycles: [{ share: 0.5, attested: null, extras: ['employment-across-2020'] }],
        }),
      ],
    },
    {
      about: 'employment after 2020 not counted',
      name: 'Oluwaseun||Adeyemi|',
      courses: [
        course('RMA', ago(1, 9), {
          cycles: [{ share: 0.2, attested: null, extras: ['employment-after-2020'] }],
        }),
      ],
    },
    {
      about: 'activity before the cycle',
      name: 'Maureen||Kirkpatrick|',
      courses: [
        course('RMA', ago(1, 4), { cycles: [{ share: 0.3, attested: null, extras: ['before-cycle'] }] }),
      ],
    },
    {
      about: 'activity after the cycle’s end',
      name: 'Yesenia||Montañez|',
      courses: [
        course('RMA', ago(3, 5), {
          fees: paid(3),
          cycles: [{ share: 0.7, attested: null, extras: ['after-cycle', 'after-cycle'] }],
        }),
      ],
    },
    {
      about: 'activity without a criterion',
      name: 'Gary||Yarborough|III',
      courses: [
        course('CMAS', ago(1, 7), { cycles: [{ share: 0.3, attested: null, extras: ['no-criterion'] }] }),
      ],
    },
    {
      about: 'activity rejected on review',
      name: 'Fatima||Siddiqui|',
      courses: [course('RMA', ago(2, 1), { cycles: [{ share: 0.3, attested: null, extras: ['rejected'] }] })],
    },
    {
      about: 'not bound by CCP, certified before 2006',
      name: 'Josephine||Nightingale|',
      courses: [course('MT', '1998-06-12')],
    },
    {
      about: 'not bound by CCP, lapsed by fees',
      name: 'Eugene||Oglethorpe|',
      courses: [
        course('RMA', '2001-04-20', {
          fees: [...paid(5), ...unpaid(3)],
        }),
      ],
    },
    {
      about: 'certified on the last day before CCP',
      name: 'Loretta||Pennington|',
      courses: [course('MLT', '2005-12-31')],
    },
    {
      about: 'certified on the first day of CCP',
      name: 'Nathalie||Beauséjour|',
      courses: [course('MLT', '2006-01-01')],
    },
    {
      about: 'certified in 1985',
      name: 'Wilhelmina||Featherstone|',
      courses: [course('MT', '1985-03-01')],
    },
  ];
}
