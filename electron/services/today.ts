import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { TodayItem, TodayView } from '../../shared/domain/office.ts';
import { addMonths, displayDate, displayMonth, firstDayOfMonth, monthText } from '../../shared/util/dates.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { anniversariesByMonth } from '../repositories/renewal-candidates.ts';
import { runs } from '../repositories/runs.ts';
import { setting } from '../repositories/settings.ts';
import { countByStatus } from '../repositories/standings.ts';
import { attentionCounts, officeCounts } from '../repositories/today.ts';
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
    ...(await standingItems(reader, byStatus)),
    ...policyItems(policy),
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
  const due = (await anniversariesByMonth(reader, next.slice(0, 4))).get(next.slice(5)) ?? 0;
  const prepared = all.some((run) => run.month === next);
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

async function standingItems(
  reader: OfficeView['reader'],
  byStatus: Readonly<Record<string, number>>,
): Promise<readonly TodayItem[]> {
  const { pointsOutstanding, rollBlocked, auditOpen } = await attentionCounts(reader);
  return [
    {
      id: 'due',
      count: byStatus.due ?? 0,
      text: 'certifications have their fee due this month.',
      link: '/members?status=due',
    },
    {
      id: 'past-due',
      count: byStatus['past-due'] ?? 0,
      text: 'certifications are past due.',
      link: '/members?status=past-due',
    },
    {
      id: 'points-outstanding',
      count: pointsOutstanding,
      text: 'cycles end within a year with points outstanding.',
      link: '/members?attention=points-outstanding',
    },
    {
      id: 'roll-blocked',
      count: rollBlocked,
      text: 'cycles have their points but wait for a fee.',
      link: '/members?attention=roll-blocked',
    },
    {
      id: 'audit-open',
      count: auditOpen,
      text: 'CCP audits have no outcome yet.',
      link: '/members?attention=audit-open',
    },
    {
      id: 'lapsed',
      count: byStatus.lapsed ?? 0,
      text: 'certifications have lapsed and must recertify.',
      link: '/members?status=lapsed',
    },
  ];
}

function policyItems(policy: PolicyBook): readonly TodayItem[] {
  const unconfirmed = policy.all().filter(({ entries }) => entries.some(({ confirmed }) => !confirmed));
  return [
    {
      id: 'policy-unconfirmed',
      count: unconfirmed.length,
      text: 'policy values are defaults that the office has to confirm.',
      link: '/settings?tab=policy',
    },
  ];
}
