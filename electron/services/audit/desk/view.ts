import type {
  CaseActivity,
  CaseOpinion,
  CaseStepTaken,
  CaseView,
} from '../../../../shared/domain/audit-case.ts';
import { stepsFrom } from '../../../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import type { PolicyBook } from '../../../policy/policy-book.ts';
import { activitiesOnRecord, type RecordedActivity } from '../../../repositories/activities.ts';
import { lettersOfCase } from '../../../repositories/audit-letter-list.ts';
import {
  caseDecisions,
  caseEvidence,
  caseFindings,
  caseOpinions,
  caseSteps,
  caseSubstitutions,
  type RecordedOpinion,
} from '../../../repositories/audit-trail.ts';
import { caseById } from '../../../repositories/audit-worklist.ts';
import { type CertificationRecord, certificationRecords } from '../../../repositories/facts.ts';
import { partsOfCase } from '../../../repositories/intake-parts.ts';
import { auditedCycle, type ClaimedActivity } from '../../../rules/audit/audited-cycle.ts';
import { appealBy, DUE_VALUES, daysOf } from '../../../rules/audit/due-on.ts';
import { caseOutcome } from '../../../rules/audit/outcome.ts';
import { judge } from '../../../rules/judge.ts';
import type { OfficeView } from '../../office.ts';
import { officePolicy } from '../../policy.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** A case with what it is kept under. */
export interface CaseGround {
  readonly view: CaseView;
  readonly record: CertificationRecord;
  readonly policy: PolicyBook;
  /** The opinion that waits for a second reviewer. */
  readonly waiting: RecordedOpinion | null;
}

/** Everything about a case. @throws StandingError `audit-unknown`, `audit-cycle` */
export async function caseView(view: View, audit: number, today: CalendarDate): Promise<CaseView> {
  return (await caseGround(view, audit, today)).view;
}

/** The same, for an action on it. @throws StandingError `audit-unknown`, `audit-cycle` */
export async function caseGround(view: View, audit: number, today: CalendarDate): Promise<CaseGround> {
  const { reader } = view;
  const found = await caseById(reader, audit, today);
  if (found === null)
    throw new StandingError(
      'audit-unknown',
      `There is no audit ${audit}.`,
      'Take its number from the worklist.',
    );
  const { certificationId, memberId, closedOn, proposalId, pendingId, ...row } = found;
  const policy = await officePolicy(view);
  const records = await certificationRecords(reader, { first: memberId, last: memberId }, today);
  const record = records.find((one) => one.certificationId === certificationId);
  const cycle = record === undefined ? null : auditedCycle(record.facts, row.cycleStart, policy, today);
  if (record === undefined || cycle === null)
    throw new StandingError(
      'audit-cycle',
      `The ${row.code} of member ${row.memberNo} has no cycle from ${displayDate(row.cycleStart)}, which audit ${audit} is of.`,
      'Check the certification’s dates.',
    );
  const steps = await caseSteps(reader, audit);
  const findings = await caseFindings(reader, audit);
  const evidence = await caseEvidence(reader, audit);
  const substitutions = await caseSubstitutions(reader, audit);
  const opinions = await caseOpinions(reader, audit);
  const decisions = await caseDecisions(reader, audit, pendingId);
  const letters = await lettersOfCase(reader, audit);
  const documents = await partsOfCase(reader, { kind: 'audit', id: audit });
  const recorded = new Map((await activitiesOnRecord(reader, memberId)).map((one) => [one.activity, one]));
  const activities = cycle.inside.map((claimed): CaseActivity => {
    const all = findings.get(claimed.activity) ?? [];
    return {
      ...shownActivity(claimed, recorded.get(claimed.activity)),
      finding: all.at(-1) ?? null,
      earlier: all.slice(0, -1),
      evidence: evidence.get(claimed.activity) ?? {},
      substituteFor: substitutions.get(claimed.activity) ?? null,
    };
  });
  const answered =
    documents.length > 0 ||
    findings.size > 0 ||
    evidence.size > 0 ||
    steps.some(({ to }) => to === 'received');
  const judgement = judge(record.facts, policy, today);
  const waiting = opinions.find(({ id }) => id === proposalId) ?? null;
  const shown: CaseView = {
    ...row,
    cycleEnd: cycle.end,
    bound: cycle.bound,
    required: cycle.required,
    attestedOn: cycle.attestedOn,
    answered,
    documents,
    activities: activities.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
    outside: cycle.outside.flatMap(({ activity, excluded }) =>
      excluded === null
        ? []
        : [
            {
              activity,
              title: recorded.get(activity)?.title ?? '',
              citation: excluded.citation,
              why: excluded.why,
            },
          ],
    ),
    computed: caseOutcome({
      bound: cycle.bound,
      required: cycle.required,
      activities: activities.map(({ counted, finding }) => ({
        counted,
        verdict: finding?.verdict ?? null,
        points: finding === null ? 0 : Math.min(finding.points, counted),
        reason: finding?.reason ?? null,
      })),
      answered,
      askedBefore: row.state === 'appealed' || steps.some(({ to }) => to === 'more-asked'),
      dueOn: proofDueOn(row, steps),
      asOf: today,
    }),
    next: stepsFrom(row.state),
    steps,
    opinions: opinions.map(shownOpinion),
    proposal: waiting === null ? null : shownOpinion(waiting),
    decisions,
    letters,
    appealBy:
      row.state === 'decided' && closedOn !== null
        ? appealBy(decisions.findLast(({ final }) => final !== null)?.final?.on ?? closedOn, policy)
        : null,
    standing: { status: judgement.status, lapse: judgement.lapse, routes: judgement.routes },
    values: [...Object.values(DUE_VALUES), 'audit-appeal-days'].flatMap((name) =>
      name === null ? [] : [daysOf(name, policy, today)],
    ),
  };
  return { view: shown, record, policy, waiting };
}

/** By when proof was to come: the day due of an appeal is the office’s own. */
function proofDueOn(
  { state, dueOn }: Pick<CaseView, 'state' | 'dueOn'>,
  steps: readonly CaseStepTaken[],
): CalendarDate | null {
  if (state !== 'appealed') return dueOn;
  return steps.findLast((step) => step.to !== 'appealed' && step.dueOn !== null)?.dueOn ?? dueOn;
}

function shownOpinion({ id: _id, citation: _citation, ...opinion }: RecordedOpinion): CaseOpinion {
  return opinion;
}

function dayOf({ completedOn, employedFrom, activity }: CaseActivity): string {
  return `${completedOn ?? employedFrom ?? ''} ${String(activity).padStart(12, '0')}`;
}

type Shown = Omit<CaseActivity, 'finding' | 'earlier' | 'evidence' | 'substituteFor'>;

function shownActivity(
  { activity, counted, excluded }: ClaimedActivity,
  on: RecordedActivity | undefined,
): Shown {
  return {
    activity,
    title: on?.title ?? '',
    provider: on?.provider ?? '',
    category: on?.category ?? 'professional-education',
    completedOn: on?.completedOn ?? null,
    employedFrom: on?.employedFrom ?? null,
    employedTo: on?.employedTo ?? null,
    hours: on?.hours ?? null,
    claimed: on?.granted ?? counted,
    counted,
    excluded: excluded === null ? null : { citation: excluded.citation, why: excluded.why },
  };
}
