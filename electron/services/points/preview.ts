import type { ActivityFact, ActivityFinding, CalendarDate } from '../../../shared/domain/facts.ts';
import type {
  ActivityDraft,
  ActivityPreview,
  ActivityToEnter,
  EntryVerdict,
  QuotedSentence,
} from '../../../shared/domain/points.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { activitiesOnRecord, type RecordedActivity } from '../../repositories/activities.ts';
import {
  type CertificationRecord,
  certificationRecords,
  fullName,
  memberIdOf,
} from '../../repositories/facts.ts';
import { memberById } from '../../repositories/member-page.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { outlookOf } from '../../rules/entry/outlook.ts';
import { type Verdict, verdictOf } from '../../rules/entry/verdict.ts';
import { verdictWords } from '../../rules/entry/verdict-words.ts';
import { pointsGranted } from '../../rules/points-granted/granted.ts';
import { used } from '../../rules/trail/values-used.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { doubtsOf } from './doubts.ts';
import { claimOf, factOf, problemOf, tidyDraft } from './draft.ts';
import { changeBetween } from './standing-change.ts';

/** A member's certifications and activities, as an entry is judged by them. */
export interface EntryGround {
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  /** Every certification that stands today, with what is recorded now. */
  readonly records: readonly CertificationRecord[];
  readonly recorded: readonly RecordedActivity[];
  readonly policy: PolicyBook;
  readonly today: CalendarDate;
}

/** What an entry does for one certification, with what has to be stored. */
export interface JudgedFor {
  readonly certificationId: number;
  readonly verdict: Verdict;
}

export interface JudgedEntry {
  readonly preview: ActivityPreview;
  readonly draft: ActivityDraft;
  readonly judged: readonly JudgedFor[];
}

/**
 * What an activity would be granted and do for each certification of a member, before anything is saved.
 * @throws StandingError `member-unknown`
 */
export async function previewActivity(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  { memberNo, ...draft }: ActivityToEnter,
  today: CalendarDate,
): Promise<ActivityPreview> {
  return judgeEntry(await groundOf(view, memberNo, today), draft).preview;
}

/** @throws StandingError `member-unknown` */
export async function groundOf(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberNo: string,
  today: CalendarDate,
): Promise<EntryGround> {
  const memberId = await memberIdOf(view.reader, memberNo);
  if (memberId === null) throw memberUnknown(memberNo);
  const records = await certificationRecords(view.reader, { first: memberId, last: memberId }, today);
  const policy = await officePolicy(view);
  return {
    memberId,
    memberNo,
    memberName: fullName(await memberById(view.reader, memberId)),
    records: records.filter(certifiedBy(today)),
    recorded: await activitiesOnRecord(view.reader, memberId),
    policy,
    today,
  };
}

/**
 * Judges an entry on the ground of what is recorded.
 * @param instead the activity that it would stand in place of: it is judged as if that were not there
 */
export function judgeEntry(
  ground: EntryGround,
  typed: ActivityDraft,
  instead: RecordedActivity | null = null,
): JudgedEntry {
  const { policy, today, memberNo, memberName } = ground;
  const draft = tidyDraft(typed);
  const problem = problemOf(draft, policy, today);
  const about = { memberNo, memberName };
  if (problem !== null)
    return {
      preview: { ...about, problem, granted: 0, steps: [], verdicts: [], doubts: [] },
      draft,
      judged: [],
    };
  const { points, steps } = pointsGranted(claimOf(draft), policy);
  const fact = factOf(draft, points, NEW, findingOf(instead));
  const judged = ground.records.map((record) => ({
    certificationId: record.certificationId,
    verdict: verdictOf(fact, draft.title, standingWithout(record, instead, ground)),
    before: standingNow(record, ground),
  }));
  return {
    preview: {
      ...about,
      problem: null,
      granted: points,
      steps: steps.map(({ citation, ...step }) => ({
        ...step,
        quoted: citation === null ? null : quoted(policy, citation),
      })),
      verdicts: judged.map(({ verdict, before }) => shown(fact, verdict, before, policy)),
      doubts: doubtsOf(
        draft,
        ground.recorded.filter(({ activity }) => activity !== instead?.activity),
      ),
    },
    draft,
    judged,
  };
}

const NEW = 'new';

function findingOf(instead: RecordedActivity | null): ActivityFinding | null {
  return instead?.finding ?? null;
}

/** How a certification stands with what is recorded. */
export function standingNow({ facts }: CertificationRecord, { policy, today }: EntryGround): Decision {
  return decide(facts, policy, today);
}

/** How it would stand without one of its activities. */
export function standingWithout(
  { facts }: CertificationRecord,
  activity: RecordedActivity | null,
  { policy, today }: EntryGround,
): Decision {
  if (activity === null) return decide(facts, policy, today);
  const id = String(activity.activity);
  return decide({ ...facts, activities: facts.activities.filter((one) => one.id !== id) }, policy, today);
}

function shown(fact: ActivityFact, verdict: Verdict, now: Decision, policy: PolicyBook): EntryVerdict {
  const { why, citations, remedy } = verdictWords(fact, verdict);
  const outlook = outlookOf(verdict.after);
  const { cap } = verdict;
  return {
    code: now.case.facts.certification.code,
    counts: verdict.because === null,
    points: verdict.because === null ? verdict.points : 0,
    fallsIn: verdict.fallsIn,
    why,
    quoted: citations.map((id) => quoted(policy, id)),
    remedy,
    cut:
      cap === null || !cap.cut
        ? null
        : {
            cap: cap.cap.value,
            already: cap.already,
            value: used(cap.cap, verdict.fallsIn?.start ?? now.cycle.start),
          },
    change: changeBetween(now, verdict.after),
    outlook: { text: outlook.text, quoted: quoted(policy, outlook.citation) },
  };
}

export function quoted(policy: PolicyBook, citation: string): QuotedSentence {
  const { id, text } = policy.sentence(citation);
  return { id, text };
}
