import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type {
  CertificationCycles,
  CountedActivity,
  CycleActivity,
  CycleDetail,
  MemberCycles,
  RollDecision,
} from '../../../shared/domain/cycles.ts';
import type { CalendarDate, CertificationFact } from '../../../shared/domain/facts.ts';
import type { PolicyValueUsed } from '../../../shared/domain/standing.ts';
import { daysBetween } from '../../../shared/util/dates.ts';
import { type RollOnRecord, rollsOfMember } from '../../repositories/cycles.ts';
import {
  type CertificationRecord,
  certificationRecords,
  fullName,
  memberIdOf,
} from '../../repositories/facts.ts';
import { activitiesOfMember, memberById } from '../../repositories/member-page.ts';
import { countedActivities } from '../../rules/cycle-decision.ts';
import { cycleStates, type StatedCycle } from '../../rules/cycle-states.ts';
import { unsupportedRolls } from '../../rules/decided-rolls.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { whyUnsupported } from '../worklists/unsupported.ts';
import { certificationsInOrder, cyclesInOrder } from './cycle-order.ts';
import { cycleText, MET_CITATION, unsupportedText } from './cycle-words.ts';

type Activities = ReadonlyMap<number, Omit<CycleActivity, 'points'>>;

/**
 * Every cycle of a member's certifications: where it stands, what counts, and for those that rolled what was decided then and under which
 * values. @throws StandingError `member-unknown`
 */
export async function memberCycles(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberNo: string,
  asOf: CalendarDate,
): Promise<MemberCycles> {
  const { reader } = view;
  const id = await memberIdOf(reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  const policy = await officePolicy(view);
  const records = await certificationRecords(reader, { first: id, last: id }, asOf);
  const rolls = Map.groupBy(await rollsOfMember(reader, id), (roll) => roll.certificationId);
  const activities: Activities = new Map(
    (await activitiesOfMember(reader, id)).map((one) => [
      Number(one.id),
      {
        activity: Number(one.id),
        category: one.category,
        title: one.title,
        provider: one.provider,
        completedOn: one.completedOn,
        employedFrom: one.employedFrom,
        employedTo: one.employedTo,
        claimed: one.points,
      },
    ]),
  );
  return {
    memberNo,
    name: fullName(await memberById(reader, id)),
    certifications: certificationsInOrder(
      records.filter(certifiedBy(asOf)).map((record) => {
        const decision = decide(record.facts, policy, asOf);
        return certificationCycles(record, decision, rolls.get(record.certificationId) ?? [], activities);
      }),
    ),
  };
}

function certificationCycles(
  { code, facts }: CertificationRecord,
  decision: Decision,
  rolls: readonly RollOnRecord[],
  activities: Activities,
): CertificationCycles {
  const { certifiedOn, recertifiedOn } = facts.certification;
  const standing = rolls.filter(({ reopening }) => reopening === null);
  const odd = new Set(unsupportedRolls(decision, standing));
  const decisionOf = (roll: RollOnRecord) => rollDecision(roll, facts.certification, activities);
  const cycles = cycleStates(decision).map((cycle): CycleDetail => {
    const roll = standing.find(({ start }) => start === cycle.start);
    const unsupported = roll !== undefined && odd.has(roll);
    return {
      start: cycle.start,
      end: cycle.end,
      state: unsupported ? 'unsupported' : cycle.state,
      daysLeft: daysBetween(decision.case.asOf, cycle.end),
      required: cycle.required,
      counted: cycle.counted,
      outstanding: cycle.outstanding,
      attested: cycle.attested,
      ...(unsupported
        ? unsupportedText(whyUnsupported(decision, roll))
        : cycleText(cycle, decision, roll !== undefined)),
      activities: shownActivities(countedIn(cycle, decision), activities),
      roll: roll === undefined ? null : decisionOf(roll),
      reopened: reopenedOf(rolls, cycle.start, decisionOf),
    };
  });
  const strays = [...odd].filter((roll) => !cycles.some(({ start }) => start === roll.start));
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    certifiedOn,
    recertifiedOn,
    boundByCcp: decision.case.bound,
    cycles: cyclesInOrder([
      ...cycles,
      ...strays.map((roll) => stray(roll, decision, decisionOf)),
      ...takenBack(rolls, cycles, decision, decisionOf),
      ...earlier(standing, recertifiedOn, decision, decisionOf),
    ]),
  };
}

function countedIn(cycle: StatedCycle, decision: Decision): readonly CountedActivity[] {
  return countedActivities(cycle, decision.case);
}

function reopenedOf(
  rolls: readonly RollOnRecord[],
  start: CalendarDate,
  decisionOf: (roll: RollOnRecord) => RollDecision,
): CycleDetail['reopened'] {
  return rolls.flatMap((roll) =>
    roll.start === start && roll.reopening !== null
      ? [{ ...decisionOf(roll), reopening: roll.reopening }]
      : [],
  );
}

/** A roll on record whose cycle is none by the facts of today. */
function stray(
  roll: RollOnRecord,
  decision: Decision,
  decisionOf: (roll: RollOnRecord) => RollDecision,
): CycleDetail {
  return {
    ...asRecorded(roll, decision, decisionOf),
    state: 'unsupported',
    ...unsupportedText(whyUnsupported(decision, roll)),
  };
}

/** Rolls that were taken back and whose cycle is none by the facts of today: what was decided about them stays. */
function takenBack(
  rolls: readonly RollOnRecord[],
  cycles: readonly CycleDetail[],
  decision: Decision,
  decisionOf: (roll: RollOnRecord) => RollDecision,
): readonly CycleDetail[] {
  return rolls.flatMap((roll) =>
    roll.reopening === null || cycles.some(({ start }) => start === roll.start)
      ? []
      : [
          {
            ...asRecorded(roll, decision, decisionOf),
            state: 'reopened' as const,
            text: 'Taken back: by the facts of today no cycle has these dates.',
            citation: roll.reopening.citation,
            roll: null,
            reopened: [{ ...decisionOf(roll), reopening: roll.reopening }],
          },
        ],
  );
}

/** policy.md C7: cycles from before a recertification no longer count; what was decided about them stays. */
function earlier(
  standing: readonly RollOnRecord[],
  recertifiedOn: CalendarDate | null,
  decision: Decision,
  decisionOf: (roll: RollOnRecord) => RollDecision,
): readonly CycleDetail[] {
  if (recertifiedOn === null) return [];
  return standing
    .filter(({ start }) => start < recertifiedOn)
    .map((roll) => ({
      ...asRecorded(roll, decision, decisionOf),
      state: 'rolled',
      text: 'Rolled before the recertification, after which cycles count anew.',
      citation: 'SC-CCP-7',
    }));
}

function asRecorded(
  roll: RollOnRecord,
  decision: Decision,
  decisionOf: (roll: RollOnRecord) => RollDecision,
): Omit<CycleDetail, 'state' | 'text' | 'citation'> {
  const { start, end, required, counted, attested } = roll;
  return {
    start,
    end,
    daysLeft: daysBetween(decision.case.asOf, end),
    required,
    counted,
    outstanding: 0,
    attested,
    activities: [],
    roll: decisionOf(roll),
    reopened: [],
  };
}

function rollDecision(
  roll: RollOnRecord,
  certification: CertificationFact,
  activities: Activities,
): RollDecision {
  const { rolledOn, required, counted, attested, decided, start } = roll;
  return {
    rolledOn,
    required,
    counted,
    attested,
    decided:
      decided === null
        ? null
        : {
            metBy: decided.metBy,
            citation: MET_CITATION[decided.metBy],
            values: decided.values.map(
              ({ of, ...value }): PolicyValueUsed => ({ ...value, onDate: dateOf(of, start, certification) }),
            ),
            activities: decided.activities.map((one) => ({
              ...shown(one, activities),
              gone: !activities.has(one.activity),
            })),
          },
  };
}

function dateOf(
  of: 'certified' | 'recertified' | 'anchor' | 'cycle-start',
  start: CalendarDate,
  { certifiedOn, recertifiedOn }: CertificationFact,
): CalendarDate {
  switch (of) {
    case 'certified':
      return certifiedOn;
    case 'recertified':
      return recertifiedOn ?? certifiedOn;
    case 'anchor':
      return recertifiedOn !== null && start >= recertifiedOn ? recertifiedOn : certifiedOn;
    case 'cycle-start':
      return start;
  }
}

function shownActivities(
  counted: readonly CountedActivity[],
  activities: Activities,
): readonly CycleActivity[] {
  return counted.map((one) => shown(one, activities)).toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

function dayOf({ completedOn, employedFrom }: CycleActivity): string {
  return completedOn ?? employedFrom ?? '';
}

function shown(one: CountedActivity, activities: Activities): CycleActivity {
  const known = activities.get(one.activity);
  return known === undefined
    ? {
        ...one,
        category: 'professional-education',
        title: `Activity ${one.activity}`,
        provider: '',
        completedOn: null,
        employedFrom: null,
        employedTo: null,
        claimed: one.points,
      }
    : { ...known, points: one.points };
}
