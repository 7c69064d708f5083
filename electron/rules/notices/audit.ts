import { cycleDates } from '../../../shared/domain/certification-years.ts';
import type { ActivityFact, CalendarDate } from '../../../shared/domain/facts.ts';
import type { AuditedActivity } from '../../../shared/domain/notice.ts';
import type { SelectedAudit } from '../../../shared/domain/selected-audit.ts';
import { addDays, dateKey, monthText } from '../../../shared/util/dates.ts';
import { isAttested } from '../attested.ts';
import { type CertificationCase, openCase } from '../certification-case.ts';
import { POINTS_REQUIRED } from '../code-values.ts';
import { type Cycle, cycleAt } from '../cycle.ts';
import type { Decision } from '../decision.ts';
import { employmentPoints } from '../employment.ts';
import { exclusionOf } from '../exclusion.ts';
import type { Notice } from './notice.ts';

// PB-AUD-2: "Around mid-January the selected members get an audit notice by USPS mail and by email asking for proof of the points of
// the prior cycle."
// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported."

/** The audit notices of a month: one for each audit that was selected in it and has no outcome yet. */
export function auditNotices(
  month: string,
  { case: c }: Decision,
  audits: readonly SelectedAudit[],
): readonly Notice[] {
  return audits
    .filter(({ selectedOn }) => monthText(selectedOn) === month && selectedOn <= c.asOf)
    .map(({ titles, cycleStart, ...audit }) => {
      const of = caseOfCycle(c, cycleStart);
      const cycle = cycleFrom(of, cycleStart);
      const activities = claimedIn(of, cycle, titles);
      const points = of.bound ? POINTS_REQUIRED[of.facts.certification.code] : null;
      return {
        forDate: audit.selectedOn,
        until: null,
        fee: null,
        lapsesOn: null,
        audit: {
          ...audit,
          cycleStart,
          cycleEnd: cycle.end,
          required: points === null ? 0 : of.policy.value(points, cycleStart).value,
          recorded: activities.reduce((sum, { points: own }) => sum + Math.round(own * 100), 0) / 100,
          attested: isAttested(cycle, of),
          answerBy: addDays(c.asOf, c.policy.value('audit-answer-days', c.asOf).value),
          activities,
        },
      };
    });
}

/** As it was before a recertification, where the audited cycle is from then. */
function caseOfCycle(c: CertificationCase, start: CalendarDate): CertificationCase {
  const { certification } = c.facts;
  if (certification.recertifiedOn === null || start >= certification.recertifiedOn) return c;
  return openCase({ ...c.facts, certification: { ...certification, recertifiedOn: null } }, c.policy, c.asOf);
}

/** The cycle of that start; one of its own where an audit that was taken over names a day on which none began. */
function cycleFrom(c: CertificationCase, start: CalendarDate): Cycle {
  for (let index = 0; ; index++) {
    const cycle = cycleAt(c, index);
    if (cycle.start === start) return cycle;
    if (cycle.start < start) continue;
    const { end } = cycleDates(start, 0, c.cycleYears);
    return { index, start, end, startKey: dateKey(start), endKey: dateKey(end) };
  }
}

/** What was claimed for the cycle, whatever has been found about it since. */
function claimedIn(
  c: CertificationCase,
  cycle: Cycle,
  titles: ReadonlyMap<number, string>,
): readonly AuditedActivity[] {
  return c.facts.activities
    .map((activity) => ({ ...activity, finding: null }))
    .filter((activity) => exclusionOf(activity, cycle, c) === null)
    .map((activity) => audited(activity, cycle, c, titles))
    .sort((a, b) => (a.from === b.from ? a.activity - b.activity : a.from < b.from ? -1 : 1));
}

function audited(
  activity: ActivityFact,
  cycle: Cycle,
  c: CertificationCase,
  titles: ReadonlyMap<number, string>,
): AuditedActivity {
  const id = Number(activity.id);
  const title = titles.get(id) ?? '';
  if (activity.category !== 'employment-verification')
    return {
      activity: id,
      title,
      from: activity.completedOn,
      to: activity.completedOn,
      points: activity.points,
    };
  const { employedFrom: from, employedTo: to } = activity;
  return { activity: id, title, from, to, points: employmentPoints(activity, cycle, c) };
}
