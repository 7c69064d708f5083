import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { TodayItem, TodayView } from '../../shared/domain/office.ts';
import { isUnconfirmed } from '../../shared/domain/policy.ts';
import type { WorklistName } from '../../shared/domain/worklists.ts';
import { addMonths, displayMonth, firstDayOfMonth, monthText } from '../../shared/util/dates.ts';
import { membersByStanding } from '../db/search/members-by-standing.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { anniversariesIn } from '../repositories/renewal-candidates.ts';
import { addressesToFind } from '../repositories/returned-mail.ts';
import { runs } from '../repositories/runs.ts';
import { setting } from '../repositories/settings.ts';
import { countByStatus } from '../repositories/standings.ts';
import { officeCounts } from '../repositories/today.ts';
import type { OfficeView } from './office.ts';
import { officeProfile } from './profile.ts';
import { staleStandings } from './sweep/stale.ts';
import { countOf } from './worklists/lists.ts';

/** What needs doing today, as counts that lead to their lists; what there is nothing of is left out. */
export async function todayView(
  view: Pick<OfficeView, 'reader'>,
  policy: PolicyBook,
  asOf: CalendarDate,
): Promise<TodayView> {
  const { reader } = view;
  const { members, certifications } = await officeCounts(reader);
  const sweptOn = await setting(reader, 'sweptOn');
  const byStatus = await countByStatus(reader);
  const items = [
    ...(await officeItems(view, members, asOf)),
    ...(await renewalItems(reader, asOf)),
    ...(await addressItems(reader)),
    ...standingItems(reader),
    ...(await worklistItems(view, policy, asOf)),
    ...policyItems(policy, asOf),
  ];
  return { asOf, sweptOn, members, certifications, byStatus, items: items.filter(({ count }) => count > 0) };
}

async function officeItems(
  view: Pick<OfficeView, 'reader'>,
  members: number,
  asOf: CalendarDate,
): Promise<readonly TodayItem[]> {
  const { name } = await officeProfile(view);
  const stale = members > 0 ? await staleStandings(view, asOf) : null;
  return [
    {
      id: 'no-members',
      count: members === 0 ? 1 : 0,
      text: 'No members yet: import the office’s files.',
      link: '/import',
    },
    {
      id: 'no-profile',
      count: name === '' ? 1 : 0,
      text: 'The office has no name and return address yet: letters need them.',
      link: '/settings',
    },
    {
      id: 'standing-stale',
      count: stale === null ? 0 : 1,
      text: stale ?? '',
      link: '/sweep',
    },
  ];
}

async function renewalItems(reader: OfficeView['reader'], asOf: CalendarDate): Promise<readonly TodayItem[]> {
  const all = await runs(reader);
  const next = monthText(addMonths(firstDayOfMonth(asOf), 1));
  const due = await anniversariesIn(reader, next);
  const prepared = all.some((run) => run.month === next && run.step === 'renewal');
  return [
    {
      id: 'renewals-to-prepare',
      count: prepared ? 0 : due,
      text: `certifications renew in ${displayMonth(next)}; their notices are not prepared yet.`,
      link: `/renewals?month=${next}`,
    },
    ...all
      .filter((run) => run.printedOn === null && run.toPrint > 0)
      .map(
        (run): TodayItem => ({
          id: 'renewals-to-print',
          count: run.toPrint,
          text: `notices of run ${run.id} to print.`,
          link: `/renewals?run=${run.id}`,
        }),
      ),
    ...all
      .filter((run) => run.printedOn !== null && run.mailedOn === null)
      .map(
        (run): TodayItem => ({
          id: 'renewals-to-mail',
          count: run.toPrint,
          text: `notices of run ${run.id} printed, not marked as mailed.`,
          link: `/renewals?run=${run.id}`,
        }),
      ),
    ...all
      .filter((run) => run.mailedOn === null && run.held > 0)
      .map(
        (run): TodayItem => ({
          id: 'held-notices',
          count: run.held,
          text: `notices of run ${run.id} held, each with its reason.`,
          link: `/renewals?run=${run.id}&show=held`,
        }),
      ),
  ];
}

async function addressItems(reader: OfficeView['reader']): Promise<readonly TodayItem[]> {
  const { total } = await addressesToFind(reader, 0, 0);
  return [
    {
      id: 'addresses-to-find',
      count: total,
      text: `${total === 1 ? 'member has' : 'members have'} an address that post came back from: find the new one.`,
      link: '/renewals/addresses',
    },
  ];
}

/** Each counts members, as the list does that it leads to. */
function standingItems({ sqlite }: OfficeView['reader']): readonly TodayItem[] {
  const members = membersByStanding(sqlite);
  const say = (id: TodayItem['id'] & keyof typeof members, what: string, link: string): TodayItem => ({
    id,
    count: members[id],
    text: `${members[id] === 1 ? 'member has' : 'members have'} ${what}`,
    link: `/members?${link}`,
  });
  return [
    say('due', 'a fee due this month.', 'status=due'),
    say('past-due', 'a certification that is past due.', 'status=past-due'),
    say('audit-open', 'a CCP audit without an outcome.', 'attention=audit-open'),
  ];
}

/** Each counts the rows of the worklist that it leads to. */
async function worklistItems(
  view: Pick<OfficeView, 'reader'>,
  policy: PolicyBook,
  asOf: CalendarDate,
): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = [];
  for (const { id, list, one, many, link } of WORKLIST_ITEMS) {
    const count = await countOf(view, policy, list, asOf);
    items.push({ id, count, text: count === 1 ? one : many, link });
  }
  return items;
}

const WORKLIST_ITEMS: readonly {
  readonly id: TodayItem['id'];
  readonly list: WorklistName;
  readonly one: string;
  readonly many: string;
  readonly link: string;
}[] = [
  {
    id: 'points-outstanding',
    list: 'ending',
    one: 'cycle ends within a year and is short of points.',
    many: 'cycles end within a year and are short of points.',
    link: '/ccp?list=ending',
  },
  {
    id: 'roll-blocked',
    list: 'roll-blocked',
    one: 'cycle has its points and waits for a fee.',
    many: 'cycles have their points and wait for a fee.',
    link: '/ccp?list=roll-blocked',
  },
  {
    id: 'over-cap',
    list: 'over-cap',
    one: 'cycle has more of one category than the office’s cap.',
    many: 'cycles have more of one category than the office’s cap.',
    link: '/ccp?list=over-cap',
  },
  {
    id: 'duplicates',
    list: 'duplicates',
    one: 'activity may be recorded twice.',
    many: 'activities may be recorded twice.',
    link: '/ccp?list=duplicates',
  },
  {
    id: 'unsupported',
    list: 'unsupported',
    one: 'cycle is on record as rolled, which its facts no longer support.',
    many: 'cycles are on record as rolled, which their facts no longer support.',
    link: '/ccp?list=unsupported',
  },
  {
    id: 'in-grace',
    list: 'in-grace',
    one: 'cycle ended short and is within its days of grace.',
    many: 'cycles ended short and are within their days of grace.',
    link: '/lapse?list=in-grace',
  },
  {
    id: 'lapsed',
    list: 'lapsed',
    one: 'certification has lapsed and must recertify.',
    many: 'certifications have lapsed and must recertify.',
    link: '/lapse',
  },
];

function policyItems(policy: PolicyBook, asOf: CalendarDate): readonly TodayItem[] {
  const unconfirmed = policy.all().filter((history) => isUnconfirmed(history, asOf));
  return [
    {
      id: 'policy-unconfirmed',
      count: unconfirmed.length,
      text: 'policy values are defaults that the office has to confirm.',
      link: '/settings?tab=policy',
    },
  ];
}
