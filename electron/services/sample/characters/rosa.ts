import { firstDayOfMonth } from '../../../../shared/util/dates.ts';
import { ATTESTED, type Character, NOTHING, paid, RECORDED, type Script } from './character.ts';

/** The member that the office is shown with: active as MT, past due as RMA, 10 of 30 points in the third cycle. */
export function rosa({ ago, course }: Script): Character {
  return {
    about: 'active in one certification, past due in another',
    name: 'Rosa|M.|Featherstonehaugh|',
    courses: [
      course('MT', firstDayOfMonth(ago(4, 2)), { cycles: [ATTESTED, NOTHING] }),
      course('RMA', firstDayOfMonth(ago(7, 6)), {
        fees: [...paid(6), 'unpaid'],
        cycles: [RECORDED, ATTESTED, { share: 10 / 30, attested: null, extras: [] }],
      }),
    ],
    person: (_, { joined }) => ({
      email: 'rosa.featherstonehaugh@example.org',
      phone: '847-555-0169',
      mailOk: true,
      emailOk: true,
      deceasedOn: null,
      residences: [
        {
          address: {
            address1: '45-A N Elm St',
            address2: 'Apt 4B',
            city: 'Rosemont',
            state: 'IL',
            zip: '60018',
            country: 'US',
          },
          from: joined,
          to: null,
          badReason: null,
        },
      ],
    }),
  };
}
