import type { PostalAddress } from '../../../../shared/domain/notice.ts';
import { addDays } from '../../../../shared/util/dates.ts';
import { homeInState } from '../addresses.ts';
import type { Residence } from '../person.ts';
import { ATTESTED, type Character, HALF, paid, RECORDED, type Script, type Setting } from './character.ts';

/** People and addresses that are out of the ordinary. All but the first and the deceased are due next month. */
export function peopleCharacters({ ago, course }: Script): readonly Character[] {
  const courses = [course('RMA', ago(2, 11), { fees: paid(2), cycles: [RECORDED] })];
  const lives = (address: Partial<PostalAddress>) => (_: unknown, setting: Setting) => ({
    residences: [residence(setting, { ...EMPTY, ...address })],
  });
  return [
    {
      about: 'asked for no mail',
      name: 'Frances||Loughran|',
      courses,
      person: (someone) => ({ mailOk: false, email: someone.email || 'frances.loughran@example.net' }),
    },
    {
      about: 'asked for no e-mail',
      name: 'Terrence||Shackelford|',
      courses,
      person: () => ({ emailOk: false, email: 'tshackelford@example.com' }),
    },
    { about: 'no e-mail address', name: 'Dorothy||Eastwood|', courses, person: () => ({ email: '' }) },
    {
      about: 'deceased, notices to be held',
      name: 'Walter|J.|Dillingham|',
      courses,
      person: (_, { asOf }) => ({ deceasedOn: addDays(asOf, -40) }),
    },
    {
      about: 'deceased, fee unpaid since',
      name: 'Ruth||Van Buren|',
      courses: [course('MT', ago(4, 5), { fees: [...paid(3), 'unpaid'] })],
      person: (_, { asOf }) => ({ deceasedOn: addDays(asOf, -200) }),
    },
    {
      about: 'military mail, army',
      name: 'Marcus||Hamilton|',
      courses,
      person: lives({ address1: 'PSC 3 Box 4120', city: 'APO', state: 'AE', zip: '09021-0017' }),
    },
    {
      about: 'military mail, fleet',
      name: 'Rommel||Catacutan|',
      courses,
      person: lives({ address1: 'PSC 473 Box 12', city: 'FPO', state: 'AP', zip: '96349' }),
    },
    {
      about: 'diplomatic mail',
      name: 'Geneviève||Lefèvre|',
      courses,
      person: lives({ address1: 'Unit 3030 Box 88', city: 'DPO', state: 'AA', zip: '34024' }),
    },
    {
      about: 'abroad, Canada',
      name: 'Étienne||Côté|',
      courses,
      person: lives({
        address1: '1410 rue Sherbrooke O',
        city: 'Montréal',
        state: 'QC',
        zip: 'H2X 1Y4',
        country: 'CA',
      }),
    },
    {
      about: 'abroad, Germany',
      name: 'Jürgen||Weiß|',
      courses,
      person: lives({ address1: 'Königstraße 12', city: 'Kaiserslautern', zip: '67655', country: 'DE' }),
    },
    {
      about: 'in Puerto Rico',
      name: 'Carmen||Del Río|',
      courses,
      person: (_, setting) => ({ residences: [inState('PR', setting)] }),
    },
    {
      about: 'address too long for the window',
      name: 'Maria-Magdalena||Wolfeschlegelsteinhausenbergerdorff|',
      courses,
      person: (_, setting) => {
        const { address } = inState('TX', setting);
        const address1 = setting.book.streets.overlong[0] ?? '';
        return { residences: [residence(setting, { ...address, address1, address2: '' })] };
      },
    },
    {
      about: 'address incomplete',
      name: 'Kyle||Ferguson|',
      courses,
      person: lives({ address1: '12 Orchard Ln', state: 'OH' }),
    },
    { about: 'no address at all', name: 'Imani||Coleman|', courses, person: () => ({ residences: [] }) },
    {
      about: 'mail came back',
      name: 'Stacy||Holloway|',
      courses,
      person: (_, setting) => ({
        residences: [{ ...inState('NV', setting), badReason: 'returned: forward order expired' }],
      }),
    },
    {
      about: 'moved',
      name: 'Oksana||Bondarenko|',
      courses,
      person: (_, setting) => {
        const moved = addDays(setting.joined, 400);
        return {
          residences: [
            { ...inState('NY', setting), to: addDays(moved, -1) },
            { ...inState('CO', setting), from: moved },
          ],
        };
      },
    },
    {
      about: 'box and rural route',
      name: 'Clyde||Applegate|',
      courses,
      person: (_, setting) => {
        const { address } = inState('KY', setting);
        return { residences: [residence(setting, { ...address, address1: 'RR 2 Box 152', address2: '' })] };
      },
    },
    { about: 'hyphens and apostrophes', name: 'Mary-Kate|Ann|O’Brien-D’Angelo|', courses },
    { about: 'one name for all', name: 'N||Ng|', courses },
    {
      about: 'a certification lapsed, another active',
      name: 'Katherine||Vasquez|',
      courses: [
        course('RMA', ago(9, 5), {
          fees: [...paid(3), 'unpaid', 'unpaid', 'unpaid'],
          cycles: [RECORDED, HALF],
        }),
        course('CMAS', ago(3, 8), { cycles: [ATTESTED, HALF] }),
      ],
    },
  ];
}

const EMPTY: PostalAddress = { address1: '', address2: '', city: '', state: '', zip: '', country: 'US' };

function residence({ joined }: Setting, address: PostalAddress): Residence {
  return { address, from: joined, to: null, badReason: null };
}

function inState(code: string, setting: Setting): Residence {
  const state = setting.book.states.find((one) => one.state === code);
  if (state === undefined) throw new Error(`There is no state ${code} in the sample book.`);
  return residence(setting, homeInState(setting.book, state, setting.chance).address);
}
