import { CERTIFICATION_NAMES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type {
  CertificationOnPage,
  CycleSpan,
  FeeYear,
  MemberPage,
} from '../../../shared/domain/member-page.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';
import { addYears, dayBefore, lastDayOfMonth } from '../../../shared/util/dates.ts';

const TODAY = '2026-11-22';

function feeYears(anchor: string, unpaidFrom: string | null, amountCents: number): FeeYear[] {
  const years: FeeYear[] = [];
  for (let n = 1; ; n++) {
    const yearStart = addYears(anchor, n);
    if (yearStart > addYears(TODAY, 2)) return years;
    const unpaid = unpaidFrom !== null && yearStart >= unpaidFrom;
    const upcoming = yearStart.slice(0, 7) > TODAY.slice(0, 7);
    years.push({
      yearStart,
      dueOn: lastDayOfMonth(yearStart),
      amountCents,
      paidCents: upcoming || unpaid ? (n % 5 === 0 && !upcoming ? 2000 : 0) : amountCents,
      state: upcoming
        ? 'upcoming'
        : unpaid
          ? n % 5 === 0
            ? 'part-paid'
            : 'unpaid'
          : n % 9 === 0
            ? 'waived'
            : 'paid',
    });
  }
}

function cycles(anchor: string, required: number, counted: number): CycleSpan[] {
  const spans: CycleSpan[] = [];
  for (let n = 0; ; n++) {
    const start = addYears(anchor, n * 3);
    const end = dayBefore(addYears(anchor, n * 3 + 3));
    if (start > TODAY) return spans;
    const open = end >= TODAY;
    spans.push({
      start,
      end,
      state: open ? 'open' : 'rolled',
      required,
      counted: open ? counted : required + (n % 3) * 2,
      attested: !open && n % 2 === 1,
    });
  }
}

function certification(
  code: CertificationCode,
  anchor: string,
  status: StandingStatus,
  headline: string,
  required: number,
  counted: number,
  unpaidFrom: string | null,
): CertificationOnPage {
  const spans = cycles(anchor, required, counted);
  const open = spans.at(-1);
  const fee = code === 'MT' ? 9000 : 5000;
  const years = feeYears(anchor, unpaidFrom, fee);
  const ahead = years.find(({ state }) => state === 'upcoming')?.yearStart ?? TODAY;
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    certifiedOn: anchor,
    recertifiedOn: null,
    certificateNo: `${code}-104882`,
    headline,
    feeYears: years,
    billedThrough: dayBefore(ahead),
    paidThrough: dayBefore(unpaidFrom ?? ahead),
    cycles: spans,
    standing: {
      asOf: TODAY,
      code,
      status,
      boundByCcp: required > 0,
      cycle: {
        start: open?.start ?? anchor,
        end: open?.end ?? anchor,
        required,
        counted,
        outstanding: Math.max(0, required - counted),
        attested: false,
        excluded: [
          {
            id: 'a0',
            citation: 'SC-CCP-5',
            why: 'completed 2025-04-22, before the cycle began on 2025-05-01',
          },
        ],
      },
      fees: {
        nextDueOn: '2027-05-31',
        owedCents: status === 'active' ? 0 : fee,
        oldestUnpaidDueOn: unpaidFrom,
      },
      mustRecertify: status === 'lapsed',
      lapse: status === 'lapsed' ? { cause: 'fees', since: '2022-05-31' } : null,
      routes: status === 'lapsed' ? ['ccp', 'exam'] : [],
      attention: status === 'due' ? ['points-outstanding'] : [],
      reasons: [
        {
          rule: 'annual-fee',
          citation: 'SC-FEE-1',
          text: 'The annual fee for the year from 1 May 2026, $50.00, was due on 31 May 2026 and is unpaid.',
          values: [
            { name: `annual-fee.${code}`, value: fee, unit: 'cents', onDate: '2026-05-01', confirmed: false },
          ],
        },
        {
          rule: 'ccp-bound',
          citation: 'SC-LAPSE-1',
          text: `Certified on ${anchor}, on or after 1 January 2006: bound by CCP.`,
          values: [
            { name: 'ccp-bound-from', value: '2006-01-01', unit: 'date', onDate: TODAY, confirmed: true },
          ],
        },
        {
          rule: 'cycle-points',
          citation: 'SC-CCP-3',
          text: `${counted} of ${required} points are recorded for the cycle that ends on ${open?.end ?? ''}; ${Math.max(0, required - counted)} are outstanding.`,
          values: [
            {
              name: `points-required.${code}`,
              value: required,
              unit: 'points',
              onDate: open?.start ?? '',
              confirmed: true,
            },
            { name: 'points-grace-days', value: 0, unit: 'days', onDate: open?.end ?? '', confirmed: false },
          ],
        },
      ],
    },
  };
}

/** A page with everything on it, whatever the number. */
export function pageOf(memberNo: string): MemberPage {
  return {
    memberNo,
    firstName: 'Rosa',
    middleName: 'Maria',
    lastName: 'Featherstonehaugh',
    suffix: '',
    name: 'Rosa M. Featherstonehaugh',
    email: 'rosa.featherstonehaugh@example.org',
    phone: '847-823-5169',
    mailOk: true,
    emailOk: false,
    deceasedOn: memberNo.endsWith('9') ? '2026-08-30' : null,
    addresses: [
      {
        address1: '45-A N Elm St',
        address2: 'Apt 4B',
        city: 'Rosemont',
        state: 'IL',
        zip: '60018',
        country: 'US',
        validFrom: '2026-03-03',
        validTo: null,
        badReason: null,
      },
      {
        address1: '2210 W Fullerton Ave',
        address2: '',
        city: 'Chicago',
        state: 'IL',
        zip: '60647',
        country: 'US',
        validFrom: '2019-05-01',
        validTo: '2026-03-02',
        badReason: 'Returned: moved, left no address',
      },
    ],
    certifications: [
      certification(
        'RMA',
        '2019-05-01',
        'past-due',
        'Past due since 31 May 2026: annual fee 2026–27, $50.00. Paying makes it active. Lapses on 31 May 2029.',
        30,
        10,
        '2026-05-01',
      ),
      certification(
        'MT',
        '1996-11-14',
        'due',
        'Due by 30 November 2026: annual fee 2026–27, $90.00. CCP is voluntary for this certification.',
        0,
        0,
        '2026-11-14',
      ),
      ...(memberNo.endsWith('3')
        ? [
            certification(
              'RPT',
              '2012-02-29',
              'lapsed',
              'Lapsed since 28 February 2022: annual fees unpaid for 3 years or more. Must recertify, by CCP or by exam.',
              24,
              3,
              '2022-02-28',
            ),
          ]
        : []),
    ],
    payments: [
      {
        payment: 1,
        code: 'RMA',
        receivedOn: '2025-05-12',
        amountCents: 5000,
        method: 'cheque',
        reference: '2207',
        allocations: [{ yearStart: '2025-05-01', amountCents: 5000 }],
        creditCents: 0,
        refundedCents: 0,
        reversal: null,
      },
      {
        payment: 2,
        code: 'MT',
        receivedOn: '2025-11-03',
        amountCents: 10000,
        method: 'online',
        reference: 'P-55120',
        allocations: [{ yearStart: '2025-11-14', amountCents: 9000 }],
        creditCents: 1000,
        refundedCents: 0,
        reversal: null,
      },
    ],
    activities: [
      {
        id: 'a2',
        category: 'professional-education',
        title: 'Phlebotomy safety update',
        provider: 'Illinois State Society',
        completedOn: '2026-03-14',
        employedFrom: null,
        employedTo: null,
        points: 6,
        source: 'member',
        finding: null,
        excluded: [],
      },
      {
        id: 'a1',
        category: 'organizational-participation',
        title: 'Chapter treasurer',
        provider: 'ILSSAMT',
        completedOn: '2025-09-02',
        employedFrom: null,
        employedTo: null,
        points: 4,
        source: 'staff',
        finding: 'accepted',
        excluded: [],
      },
      {
        id: 'a0',
        category: 'authorship',
        title: 'Journal article: “Point-of-care INR in rural clinics”',
        provider: 'AMT Pulse',
        completedOn: '2025-04-22',
        employedFrom: null,
        employedTo: null,
        points: 5,
        source: 'amt-online',
        finding: null,
        excluded: [
          {
            code: 'RMA',
            citation: 'SC-CCP-5',
            why: 'completed 2025-04-22, before the cycle began on 2025-05-01',
          },
        ],
      },
      {
        id: 'e1',
        category: 'employment-verification',
        title: 'Medical assistant, Loyola Medicine',
        provider: '',
        completedOn: null,
        employedFrom: '2018-06-01',
        employedTo: '2021-03-31',
        points: 12,
        source: 'member',
        finding: null,
        excluded: [{ code: 'RMA', citation: 'SC-CCP-2', why: 'employment counts only through 2020-12-31' }],
      },
    ],
    notices: [
      {
        run: '2026-05-A',
        month: '2026-05',
        channel: 'print',
        sheet: 214,
        heldReason: null,
        preparedOn: '2026-04-20',
        printedOn: '2026-04-21',
        mailedOn: '2026-04-22',
      },
      {
        run: '2025-05-A',
        month: '2025-05',
        channel: 'held',
        sheet: null,
        heldReason: 'no usable address',
        preparedOn: '2025-04-18',
        printedOn: null,
        mailedOn: null,
      },
    ],
    journal: [
      {
        seq: 5512,
        at: '2026-03-03T15:04:11Z',
        actor: 'Dana',
        action: 'member.contact',
        subject: memberNo,
        text: 'New address: 45-A N Elm St Apt 4B, Rosemont IL 60018',
        detail: '',
      },
      {
        seq: 1207,
        at: '2025-05-12T14:20:00Z',
        actor: 'Dana',
        action: 'import',
        subject: memberNo,
        text: 'Payment of $50.00 by cheque 2207 for RMA 2025–26',
        detail: 'payments-2025-05.csv row 118',
      },
    ],
  };
}
