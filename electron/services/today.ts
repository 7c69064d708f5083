import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { TodayItem, TodayView } from '../../shared/domain/office.ts';
import { isUnconfirmed } from '../../shared/domain/policy.ts';
import { addMonths, displayDate, displayMonth, firstDayOfMonth, monthText } from '../../shared/util/dates.ts';
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
    ...(await officeItems(view, members, sweptOn, asOf)),
    ...(await renewalItems(reader, asOf)),
    ...(await addressItems(reader)),
    ...standingItems(reader),
    ...policyItems(policy, asOf),
  ];
  return { asOf, sweptOn, members, certifications, byStatus, items: items.filter(({ count }) => count > 0) };
}

async function officeItems(
  view: Pick<OfficeView, 'reader'>,
  members: number,
  sweptOn: CalendarDate | null,
  asOf: CalendarDate,
): Promise<readonly TodayItem[]> {
  const { name } = await officeProfile(view);
  const stale = members > 0 && sweptOn !== asOf;
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
      count: stale ? 1 : 0,
      text:
        sweptOn === null
          ? 'Standings were never brought up to date.'
          : `Standings are as of ${displayDate(sweptOn)}.`,
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
    say(
      'points-outstanding',
      'points to go in a cycle that ends within a year.',
      'attention=points-outstanding',
    ),
    say('roll-blocked', 'the points for a cycle that waits for a fee.', 'attention=roll-blocked'),
    say('audit-open', 'a CCP audit without an outcome.', 'attention=audit-open'),
    say('lapsed', 'a lapsed certification and must recertify.', 'status=lapsed'),
  ];
}

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
