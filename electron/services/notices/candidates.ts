import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { addDays, addMonths, lastDayOfMonth, monthText } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  membersFailedIn,
  membersWithAnniversaryIn,
  membersWithYearEndIn,
} from '../../repositories/renewal-candidates.ts';
import { membersSelectedIn } from '../../repositories/selected-audits.ts';
import { membersPayingIn } from '../../repositories/settled-fees.ts';

/** Longest time in months from a due date to the lapse, and in days of grace, that is looked for. */
const LONGEST = 120;

/** Ids of the members whom a step's rule may name in the run of a month, in id order: all of those, and some more. */
export async function candidates(
  db: ReadableDatabase,
  { kind }: Pick<NoticeStep, 'kind'>,
  month: string,
  policy: Policy,
): Promise<readonly number[]> {
  switch (kind) {
    case 'renewal':
    case 'reminder':
    case 'past-due':
      return membersWithAnniversaryIn(db, month);
    case 'receipt':
      return membersPayingIn(db, month);
    case 'audit':
      return membersSelectedIn(db, month);
    case 'ccp':
      return membersWithYearEndIn(db, month);
    case 'final':
      return merged(await unpaidSince(db, month, policy));
    case 'lapse':
      return merged([
        ...(await unpaidSince(db, month, policy)),
        ...(await cyclesEnded(db, month, policy)),
        await membersFailedIn(db, month),
      ]);
    default:
      return assertNever(kind);
  }
}

/** Members with an anniversary in a month whose fee, unpaid, makes the certification lapse in this one. */
async function unpaidSince(
  db: ReadableDatabase,
  month: string,
  policy: Policy,
): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (let ago = 1; ago <= LONGEST; ago++) {
    const due = lastDayOfMonth(addMonths(`${month}-01`, -ago));
    if (policy.value('lapse-after-months', due).value === ago)
      found.push(await membersWithAnniversaryIn(db, monthText(due)));
  }
  return found;
}

/** Members with a certification year that ended so that, with the days of grace, the certification may have lapsed in the month. */
async function cyclesEnded(
  db: ReadableDatabase,
  month: string,
  policy: Policy,
): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (let ago = 0; ago <= LONGEST; ago++) {
    const first = addMonths(`${month}-01`, -ago);
    const last = lastDayOfMonth(first);
    const earliest = addDays(first, policy.value('points-grace-days', first).value + 1);
    const latest = addDays(last, policy.value('points-grace-days', last).value + 1);
    if (monthText(earliest) <= month && month <= monthText(latest))
      found.push(await membersWithYearEndIn(db, monthText(first)));
  }
  return found;
}

function merged(lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
