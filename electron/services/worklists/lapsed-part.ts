import { completedYears } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { LapsedPart, LapseNotice } from '../../../shared/domain/worklists.ts';
import { addYears, dateKey, monthText } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { type GivenTrail, givenTrail } from '../../repositories/notice-given.ts';
import { decide } from '../../rules/decision.ts';
import { firstLapse } from '../../rules/first-lapse.ts';
import { countedTo } from '../../rules/routes.ts';

/** The step of the notice schedule that tells of a lapse. */
const LAPSE_STEP = 'lapse';

/**
 * What lapsed certifications say beyond a row: since when, how long until only the exam recertifies (SC-RECERT-2), and whether the member
 * was told. By certification; one that has not lapsed by the facts of today is left out.
 */
export async function lapsedParts(
  db: ReadableDatabase,
  policy: Policy,
  memberIds: readonly number[],
  today: CalendarDate,
): Promise<ReadonlyMap<number, LapsedPart>> {
  const parts = new Map<number, LapsedPart>();
  if (memberIds.length === 0) return parts;
  const members = { ids: [...new Set(memberIds)] };
  const told = Map.groupBy(await givenTrail(db, LAPSE_STEP, members), (given) => given.certificationId);
  for (const { certificationId, facts } of await certificationRecords(db, members, today)) {
    const { certification } = facts;
    if (certification.certifiedOn > today || (certification.recertifiedOn ?? '') > today) continue;
    const decision = decide(facts, policy, today);
    const { lapse, routes } = decision;
    const first = firstLapse(decision);
    if (lapse === null || first === null) continue;
    const { cause, since } = lapse;
    const counted = countedTo(decision.case);
    parts.set(certificationId, {
      cause,
      since,
      years: completedYears(dateKey(since), dateKey(counted)),
      examOnlyFrom: addYears(since, policy.value('exam-only-after-years', since).value),
      appliedOn: counted === facts.recertification?.receivedOn ? counted : null,
      routes,
      boundByCcp: decision.case.bound,
      notice: noticeOf(
        (told.get(certificationId) ?? []).findLast(({ forDate }) => forDate === first.since),
        monthText(first.on),
      ),
    });
  }
  return parts;
}

function noticeOf(given: GivenTrail | undefined, month: string): LapseNotice {
  if (given === undefined) return { state: 'not-told', run: null, on: null, month };
  const { run, channel, failed, failedOn, printedOn, mailedOn, email } = given;
  const at = (state: LapseNotice['state'], on: CalendarDate | null): LapseNotice => ({
    state,
    run,
    on,
    month,
  });
  if (failed !== null) return at('failed', failedOn);
  if (channel === 'held') return at('held', null);
  if (channel === 'email') return at(email === 'sent' ? 'sent' : 'prepared', null);
  return mailedOn === null ? at('prepared', printedOn) : at('sent', mailedOn);
}
