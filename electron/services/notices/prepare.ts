import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import type { Work } from '../../jobs/work.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { givenTo } from '../../repositories/notice-given.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { runs } from '../../repositories/runs.ts';
import { stepDay } from '../../rules/notices/step-day.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { officeProfile } from '../profile.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { candidates } from './candidates.ts';
import { freezeRun } from './freeze.ts';
import type { Addressed } from './order.ts';
import { type Order, pieceFor } from './piece.ts';
import { scheduledStep } from './schedule.ts';
import { stationery } from './stationery.ts';
import { stepRows } from './step-rows.ts';
import { refuseUntimely } from './timely.ts';

export interface PrepareRequest {
  /** A step of the office's notice schedule. */
  readonly step: string;
  /**
   * `YYYY-MM`: in which the anniversary of the fee's year lies; the CCP cycle ends; the certification lapses (final notice), or lapsed
   * (lapse notice: by fees 36 months after the due date, by points the day after the cycle and its days of grace, by an audit the day it
   * closed).
   */
  readonly month: string;
  readonly asOf: CalendarDate;
  /** true: a further run for those whom the earlier runs of the step and month did not reach. */
  readonly again: boolean;
}

/** A run of renewal notices: `prepareRun` of that step. */
export function prepareRenewals(
  office: Office,
  request: Omit<PrepareRequest, 'step'>,
  work: Work,
): Promise<RunSummary> {
  return prepareRun(office, { ...request, step: 'renewal' }, work);
}

/**
 * Freezes a run of a step of the notice schedule: everyone whom its rule names for the month, each printed, e-mailed or held with a
 * reason. For a month that already has a run of the step, that run is returned unchanged.
 * @throws StandingError `step-unknown`, `month-implausible`, `step-too-early`, `step-too-late`, `cancelled`, `office-unnamed`,
 * `bad-letter`, `bad-envelope`
 */
export async function prepareRun(office: Office, request: PrepareRequest, work: Work): Promise<RunSummary> {
  const { month, asOf } = request;
  const ofMonth = await runs(office.reader, month);
  const earlier = ofMonth.find((run) => run.step === request.step);
  if (earlier !== undefined && !request.again) return summaryOf(office.reader, earlier);
  const step = await scheduledStep(office, request.step, asOf);
  const policy = await officePolicy(office);
  const day = stepDay(step, month, policy);
  refuseUntimely(step, month, day, asOf);
  const paper = await stationery(office, await officeProfile(office), step);
  const addressed = await selectPieces(office, { step, month, day, asOf, policy, stationery: paper }, work);
  return freezeRun(office, { kind: step.kind, step: step.id, month, asOf }, addressed, paper, work);
}

async function selectPieces(office: Office, order: Order, work: Work): Promise<readonly Addressed[]> {
  const { step, month, asOf, policy } = order;
  const ids = await candidates(office.reader, step, month, policy);
  const addressed: Addressed[] = [];
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    const people = await recipients(office.reader, members);
    const given = await givenTo(office.reader, step.id, members);
    const rows = await stepRows(office.reader, step, month, members);
    const records = (await certificationRecords(office.reader, members, asOf)).filter(certifiedBy(asOf));
    for (const [memberId, own] of Map.groupBy(records, (record) => record.memberId)) {
      const recipient = people.get(memberId);
      if (recipient === undefined) continue;
      const piece = pieceFor(recipient, own, given, order, rows);
      if (piece !== null) addressed.push({ recipient, piece });
    }
    work.progress({
      doing: 'Selecting members',
      done: Math.min(i + MEMBERS_AT_A_TIME, ids.length),
      total: ids.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return addressed;
}
