import { cycleDates } from '../../../shared/domain/certification-years.ts';
import type { ActivityFact, CalendarDate } from '../../../shared/domain/facts.ts';
import type { AuditedActivity } from '../../../shared/domain/notice.ts';
import type { SelectedAudit } from '../../../shared/domain/selected-audit.ts';
import { addDays, monthText } from '../../../shared/util/dates.ts';
import { type AuditedCycle, auditedCycle, type ClaimedActivity } from '../audit/audited-cycle.ts';
import type { CertificationCase } from '../certification-case.ts';
import type { Decision } from '../decision.ts';
import type { Notice } from './notice.ts';

// PB-AUD-2: "Around mid-January the selected members get an audit notice by USPS mail and by email asking for proof of the points of
// the prior cycle."

/** The audit notices of a month: one for each audit that was selected in it and has no outcome yet. */
export function auditNotices(
  month: string,
  { case: c }: Decision,
  audits: readonly SelectedAudit[],
): readonly Notice[] {
  return audits
    .filter(({ selectedOn }) => monthText(selectedOn) === month && selectedOn <= c.asOf)
    .map(({ titles, cycleStart, ...audit }) => {
      const cycle = auditedCycle(c.facts, cycleStart, c.policy, c.asOf) ?? unknownCycle(c, cycleStart);
      const activities = claimedIn(cycle, c, titles);
      return {
        forDate: audit.selectedOn,
        until: null,
        fee: null,
        lapsesOn: null,
        audit: {
          ...audit,
          cycleStart,
          cycleEnd: cycle.end,
          required: cycle.required,
          recorded: activities.reduce((sum, { points }) => sum + Math.round(points * 100), 0) / 100,
          attested: cycle.attestedOn !== null,
          answerBy: addDays(c.asOf, c.policy.value('audit-answer-days', c.asOf).value),
          activities,
        },
      };
    });
}

/** An audit that was taken over may name a day on which no cycle began: it is asked about, but nothing is known to be claimed for it. */
function unknownCycle(c: CertificationCase, start: CalendarDate): AuditedCycle {
  const { end } = cycleDates(start, 0, c.cycleYears);
  return { start, end, bound: c.bound, required: 0, attestedOn: null, inside: [], outside: [] };
}

/** What was claimed for the cycle and counts, oldest first. */
function claimedIn(
  { inside }: AuditedCycle,
  { facts }: CertificationCase,
  titles: ReadonlyMap<number, string>,
): readonly AuditedActivity[] {
  const known = new Map(facts.activities.map((activity) => [Number(activity.id), activity]));
  return inside
    .filter(({ excluded }) => excluded === null)
    .flatMap((claimed) => audited(claimed, known.get(claimed.activity), titles))
    .sort((a, b) => (a.from === b.from ? a.activity - b.activity : a.from < b.from ? -1 : 1));
}

function audited(
  { activity, counted }: ClaimedActivity,
  fact: ActivityFact | undefined,
  titles: ReadonlyMap<number, string>,
): readonly AuditedActivity[] {
  if (fact === undefined) return [];
  const [from, to] =
    fact.category === 'employment-verification'
      ? [fact.employedFrom, fact.employedTo]
      : [fact.completedOn, fact.completedOn];
  return [{ activity, title: titles.get(activity) ?? '', from, to, points: counted }];
}
