import { calendarDate, yearOf } from '../../../../shared/util/dates.ts';
import { ATTESTED, type Character, HALF, paid, RECORDED, type Script, unpaid } from './character.ts';

/** Audits, recertification and dates that are out of the ordinary. */
export function auditCharacters({ asOf, ago, course }: Script): readonly Character[] {
  // A cycle that ended in the year before is audited from January on.
  const cycleEndedLastYear = calendarDate(yearOf(asOf) - 4, 5, 14);
  const cycleEndedEarlier = calendarDate(yearOf(asOf) - 6, 8, 3);
  const twoCycles = [RECORDED, HALF];
  return [
    {
      about: 'audit open',
      name: 'Candice||Weatherspoon|',
      courses: [
        course('RMA', cycleEndedLastYear, { cycles: twoCycles, audits: [{ cycle: 0, outcome: null }] }),
      ],
    },
    {
      about: 'audit closed as compliant',
      name: 'Sanjay||Chatterjee|',
      courses: [
        course('MT', cycleEndedEarlier, {
          cycles: [RECORDED, RECORDED, HALF],
          audits: [{ cycle: 0, outcome: 'compliant' }],
        }),
      ],
    },
    {
      about: 'audit closed as compliant, attested points',
      name: 'Colleen||MacKenzie|',
      courses: [
        course('CMAS', cycleEndedLastYear, {
          cycles: [{ ...ATTESTED, share: 0.5 }, HALF],
          audits: [{ cycle: 0, outcome: 'compliant' }],
        }),
      ],
    },
    {
      about: 'lapsed by audit',
      name: 'Tonya||Vandergriff|',
      courses: [
        course('RMA', cycleEndedLastYear, {
          cycles: twoCycles,
          audits: [{ cycle: 0, outcome: 'non-compliant' }],
        }),
      ],
    },
    {
      about: 'recertified by CCP after April 2014',
      name: 'Marisol||Cárdenas|',
      courses: [
        course('RMA', ago(12, 3), {
          recertifiedOn: ago(4, 4),
          earlierFees: [...paid(2), ...unpaid(3)],
          cycles: twoCycles,
        }),
      ],
    },
    {
      about: 'certified before 2006, recertified on 2014-04-01: not bound',
      name: 'Janet||Fairweather|',
      courses: [
        course('MT', '2003-02-10', { recertifiedOn: '2014-04-01', earlierFees: [...paid(3), ...unpaid(3)] }),
      ],
    },
    {
      about: 'certified before 2006, recertified on 2014-04-02: bound',
      name: 'Philip||Ravenscroft|',
      courses: [
        course('MT', '2003-02-11', { recertifiedOn: '2014-04-02', earlierFees: [...paid(3), ...unpaid(3)] }),
      ],
    },
    {
      about: 'application to recertify by CCP',
      name: 'Katarzyna||Zielińska|',
      courses: [
        course('RMA', ago(8, 5), {
          fees: [...paid(3), ...unpaid(3)],
          cycles: [RECORDED],
          application: { route: 'ccp', receivedOn: ago(0, 0, 12) },
        }),
      ],
    },
    {
      about: 'application to recertify by examination, lapsed ten years or more',
      name: 'Beverly|A.|Cartwright|',
      courses: [
        course('RMA', ago(16, 2), {
          fees: [...paid(3), ...unpaid(3)],
          cycles: [RECORDED],
          application: { route: 'exam', receivedOn: ago(0, 0, 30) },
        }),
      ],
    },
    {
      about: 'certified on Feb 29',
      name: 'Leah||Leapman|',
      courses: [course('RMA', '2020-02-29')],
    },
    {
      about: 'certified on Feb 29, past due',
      name: 'Giulia||Dell’Acqua|',
      courses: [course('RPT', '2016-02-29', { fees: pastDueSince(asOf) })],
    },
    {
      about: 'certified this year: no fee due yet',
      name: 'Hannah||Brewer|',
      courses: [course('CMLA', ago(0, 3), { fees: [] })],
    },
    {
      about: 'certified today',
      name: 'Đức||Phạm|',
      courses: [course('RMA', asOf, { cycles: [] })],
    },
    {
      about: 'all ten certifications',
      name: 'Bartholomew|T.|Inglewood|IV',
      courses: (['MT', 'MLT', 'MDT', 'CLC', 'RMA', 'CMAS', 'RDA', 'CMLA', 'RPT', 'AHI'] as const).map(
        (code, index) => course(code, ago(2, index + 1), { cycles: [HALF] }),
      ),
    },
  ];
}

/** Every year since 2016 paid but the last whose month has passed. */
function pastDueSince(asOf: string) {
  const years = yearOf(asOf) - 2016 - (asOf.slice(5, 7) <= '02' ? 1 : 0);
  return [...paid(Math.max(0, years - 1)), ...unpaid(1)];
}
