import { ATTESTED, type Character, HALF, paid, RECORDED, type Script, unpaid } from './character.ts';

/** Everything that can happen with fees. */
export function feeCharacters({ ago, course }: Script): readonly Character[] {
  return [
    {
      about: 'due this month, invoiced',
      name: 'Denise|K.|Abernathy|',
      courses: [course('RMA', ago(4), { fees: [...paid(3), 'unpaid'] })],
    },
    {
      about: 'due this month, not yet invoiced',
      name: 'Trang||Nguyễn|',
      courses: [course('RPT', ago(2), { fees: paid(1) })],
    },
    {
      about: 'due this month, part paid',
      name: 'Carla|M.|DeLuca|',
      courses: [course('CMAS', ago(5), { fees: [...paid(4), 'part-paid'] })],
    },
    {
      about: 'due this month and paid',
      name: 'Harold||Quackenbush|Sr.',
      courses: [course('MLT', ago(7), { fees: paid(7) })],
    },
    {
      about: 'past due for one month',
      name: 'Bridget||O’Malley|',
      courses: [course('RMA', ago(4, 1), { fees: [...paid(3), 'unpaid'] })],
    },
    {
      about: 'past due for 35 months',
      name: 'Łukasz||Wójcik|',
      courses: [course('MT', ago(4, 11), { fees: ['paid', ...unpaid(3)] })],
    },
    {
      about: 'past due for two years, one of them not invoiced',
      name: 'Tamika|R.|Washington-Bell|',
      courses: [course('RDA', ago(5, 4), { fees: [...paid(3), 'unpaid', 'not-invoiced'] })],
    },
    {
      about: 'past due, part paid',
      name: 'Guadalupe||Zúñiga|',
      courses: [course('RMA', ago(2, 5), { fees: ['paid', 'part-paid'] })],
    },
    {
      about: 'lapsed by fees, just now',
      name: 'Curtis||Blankenship|Jr.',
      courses: [course('RMA', ago(5, 1), { fees: [...paid(1), ...unpaid(3)], cycles: [HALF] })],
    },
    {
      about: 'lapsed by fees, some years ago',
      name: 'Małgorzata||Kowalski|',
      courses: [course('CMLA', ago(11, 3), { fees: [...paid(3), ...unpaid(3)], cycles: [RECORDED] })],
    },
    {
      about: 'lapsed by fees, ten years or more',
      name: 'Virginia|L.|Throckmorton|',
      courses: [course('MLT', ago(15, 6), { fees: [...paid(3), ...unpaid(3)], cycles: [RECORDED] })],
    },
    {
      about: 'a fee waived',
      name: 'Sister Mary||Fitzgerald|',
      courses: [course('MT', ago(4, 7), { fees: ['paid', 'waived', 'paid', 'paid'] })],
    },
    {
      about: 'a fee paid in two parts',
      name: 'Jesús||Peña|',
      courses: [course('RMA', ago(3, 8), { fees: ['paid', 'paid-in-two-parts', 'paid'] })],
    },
    {
      about: 'overpaid, with credit',
      name: 'Ingrid||Lindström|',
      courses: [course('CLC', ago(3, 2), { fees: ['paid', 'paid', 'overpaid'] })],
    },
    {
      about: 'paid twice by mistake',
      name: 'Dolores||Echeverría|',
      courses: [course('RMA', ago(2, 6), { fees: ['paid', 'paid-twice'] })],
    },
    {
      about: 'one payment for two years',
      name: 'Kofi||Owusu-Ansah|',
      courses: [course('RPT', ago(4, 9), { fees: ['paid', 'paid', 'paid-with-next', 'paid-before'] })],
    },
    {
      about: 'next year paid ahead',
      name: 'Priya||Krishnamurthy|',
      courses: [course('MDT', ago(2, 10), { fees: paid(3) })],
    },
    {
      about: 'next month’s fee, to be asked for',
      name: 'Renée||D’Ambrosio|',
      courses: [course('RMA', ago(3, 11), { fees: paid(3), cycles: [RECORDED, HALF] })],
    },
    {
      about: 'next month two certifications at once',
      name: 'Kwame||Mensah|',
      courses: [
        course('MT', ago(4, 11), { cycles: [ATTESTED, HALF] }),
        course('AHI', ago(1, 11), { fees: ['paid'] }),
      ],
    },
    {
      about: 'paid late, active again',
      name: 'Bohdan||Shevchenko|',
      courses: [course('RMA', ago(4, 10), { fees: ['paid', 'paid-late', 'paid', 'paid-late'] })],
    },
  ];
}
