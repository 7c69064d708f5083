import fees from '../../../resources/policy/annual-fees.json' with { type: 'json' };
import points from '../../../resources/policy/points-required.json' with { type: 'json' };
import sentences from '../../../resources/policy/sentences.json' with { type: 'json' };
import type { MemberQuery, MemberRow } from '../../../shared/domain/members-list.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import type { OfficeState, TodayView } from '../../../shared/domain/office.ts';
import type { SweepReport } from '../../../shared/domain/sweep.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import type { EventName, Events } from '../../../shared/ipc/events.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { pageOf } from './pages.ts';
import { people } from './people.ts';

// A bridge over made-up people, so that screens can be looked at in a browser alone.

const everyone = people(100_000);
const listeners = new Map<string, Set<(event: never) => void>>();

const profile: OfficeProfile = {
  name: 'Office of Certification',
  address: {
    address1: '10700 W Higgins Rd',
    address2: 'Ste 150',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  },
  phone: '847-823-5169',
  email: 'office@example.org',
  website: 'example.org',
  logo: null,
};

const state: OfficeState = {
  office: { folder: '/home/dana/Standing', profile, sample: true, members: everyone.length },
  notOpened: null,
  today: '2026-11-22',
  actor: 'Dana',
  version: '0.1.0',
  defaultFolder: '/home/dana/Standing',
  sampleFolder: '/home/dana/Standing sample',
};

const today: TodayView = {
  asOf: '2026-11-22',
  sweptOn: '2026-11-02',
  members: 100_000,
  certifications: 134_118,
  byStatus: { active: 98_412, due: 9_806, 'past-due': 14_230, lapsed: 11_670 },
  items: [
    {
      id: 'renewals-to-print',
      count: 812,
      text: 'notices of the December run wait to be printed',
      link: '/renewals?run=2026-12-A',
    },
    {
      id: 'held-notices',
      count: 31,
      text: 'notices are held back and need a look',
      link: '/renewals?run=2026-12-A&show=held',
    },
    {
      id: 'due',
      count: 9_806,
      text: 'certifications have their fee due this month.',
      link: '/members?status=due',
    },
    {
      id: 'roll-blocked',
      count: 402,
      text: 'cycles have their points but wait for a fee',
      link: '/members?attention=roll-blocked',
    },
    {
      id: 'points-outstanding',
      count: 2_318,
      text: 'members are short of points with less than a year to go',
      link: '/members?attention=points-outstanding',
    },
    { id: 'audit-open', count: 57, text: 'audits are open', link: '/members?attention=audit-open' },
    { id: 'past-due', count: 14_230, text: 'certifications are past due.', link: '/members?status=past-due' },
    { id: 'standing-stale', count: 1, text: 'Standings are as of 2 November 2026.', link: '/sweep' },
    {
      id: 'policy-unconfirmed',
      count: 14,
      text: 'policy values are defaults that nobody has confirmed',
      link: '/settings?tab=policy',
    },
  ],
};

function matching({ filter, sort }: MemberQuery): MemberRow[] {
  const text = foldText(filter.text ?? '');
  const rows = everyone.filter(
    (row) =>
      (filter.status === undefined ||
        row.certifications.some((one) => one.status !== null && filter.status?.includes(one.status))) &&
      (filter.code === undefined || row.certifications.some((one) => filter.code?.includes(one.code))) &&
      (filter.state === undefined || filter.state.includes(row.state)) &&
      (filter.attention === undefined || row.pointsOutstanding > 20) &&
      (text === '' || foldText(row.name).includes(text) || row.memberNo.startsWith(text)),
  );
  const by = sort.by;
  const order = (a: MemberRow, b: MemberRow) => {
    const [x, y] = [a[by] ?? '', b[by] ?? ''];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  return rows.sort((a, b) => (sort.descending ? -order(a, b) : order(a, b)));
}

let lastQuery = '';
let lastRows: MemberRow[] = [];
let jobs = 0;

async function answer(name: string, input: never): Promise<unknown> {
  const given: Record<string, never> = input ?? {};
  switch (name) {
    case 'office.state':
      return state;
    case 'office.profile':
      return profile;
    case 'today.view':
      return today;
    case 'members.lookup': {
      const text = foldText(given.text ?? '');
      return everyone
        .filter((row) => row.memberNo.startsWith(text) || foldText(row.name).includes(text))
        .slice(0, given.limit)
        .map((row) => ({ ...row, matched: 'name' }));
    }
    case 'members.query': {
      const key = JSON.stringify([given.filter, given.sort]);
      if (key !== lastQuery) lastRows = matching(input);
      lastQuery = key;
      const offset: number = given.offset ?? 0;
      return { total: lastRows.length, rows: lastRows.slice(offset, offset + (given.limit ?? 100)) };
    }
    case 'members.page':
    case 'members.saveContact':
      return pageOf(given.memberNo ?? '');
    case 'members.export':
      return { file: '/home/dana/members.csv', rows: lastRows.length };
    case 'policy.book':
      return { values: [...fees.values, ...points.values], sentences: sentences.sentences };
    case 'sweep.run':
      return startSweep(given.dryRun ?? false);
    case 'jobs.cancel':
    case 'shell.setTheme':
      return null;
    default:
      throw new Error(`the preview does not answer ${name}`);
  }
}

function startSweep(dryRun: boolean): { job: string } {
  const job = `job-${++jobs}`;
  let done = 0;
  const timer = setInterval(() => {
    done += 11_000;
    if (done < 134_118)
      emit('job', {
        job,
        channel: 'sweep.run',
        kind: 'progress',
        progress: { doing: 'Evaluating certifications', done, total: 134_118, cancellable: true },
      });
    else {
      clearInterval(timer);
      const result: SweepReport = {
        evaluated: 134_118,
        invoiced: 9_806,
        rolled: 211,
        lapsed: 38,
        byStatus: { active: 98_412, due: 9_806, 'past-due': 14_230, lapsed: 11_670 },
        changes: dryRun
          ? everyone.slice(0, 900).map((row, n) => ({
              kind: (['invoice', 'invoice', 'roll', 'lapse', 'lapse-lifted'] as const)[n % 5] ?? 'invoice',
              memberNo: row.memberNo,
              memberName: row.name,
              code: row.certifications[0]?.code ?? 'RMA',
              text:
                [
                  'Annual fee 2026–27, $50.00, due 30 November 2026',
                  'Annual fee 2026–27, $90.00, due 30 November 2026',
                  'Cycle 2023–26 is complete with 32 of 30 points; the next one runs to 4 November 2029',
                  'Fee due 30 November 2023 unpaid for 36 months',
                  'The fee that made it lapse was paid',
                ][n % 5] ?? '',
              citation: ['SC-FEE-2', 'SC-FEE-2', 'SC-CCP-7', 'SC-LAPSE-1', 'SC-FEE-1'][n % 5] ?? '',
            }))
          : [],
      };
      emit('job', { job, channel: 'sweep.run', kind: 'done', result });
    }
  }, 150);
  return { job };
}

function emit<Name extends EventName>(name: Name, event: Events[Name]): void {
  for (const listener of listeners.get(name) ?? []) listener(event as never);
}

const bridge = {
  platform: 'linux',
  pathOf: (file: File) => `/home/dana/${file.name}`,
  on: (name: string, listener: (event: never) => void) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  },
  invoke: async (name: string, input: never) => {
    try {
      return { ok: true, value: structuredClone(await answer(name, input)) };
    } catch (error) {
      return { ok: false, error: { code: 'preview', message: String(error), fix: '' } };
    }
  },
};
// The real bridge is generic over the contract; this one answers from a list.
Object.assign(window, { standing: bridge as unknown as Bridge });
