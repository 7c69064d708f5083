import type { CycleDates } from '../../shared/domain/certification-years.ts';
import type { CertificationCase } from './certification-case.ts';
import { cycleAt } from './cycle.ts';
import { type CycleDecision, cycleDecision } from './cycle-decision.ts';
import type { Decision } from './decision.ts';
import { requirementOf } from './requirement.ts';
import type { RolledCycle } from './rolled-cycles.ts';

/** A cycle that rolls, with what decided it and under which values. */
export interface DecidedRoll extends RolledCycle, CycleDecision {}

/**
 * SC-CCP-7: the cycles before the open one that are not on record as rolled yet, oldest first. One that overlaps a roll on record which
 * the facts do not support waits until that one is reopened: no time rolls twice.
 * @param recorded the rolls on record that were not taken back
 */
export function decidedRolls(
  { case: c, cycle: open }: Decision,
  recorded: readonly CycleDates[],
): readonly DecidedRoll[] {
  const own = ownRolls(recorded, c);
  const rolls: DecidedRoll[] = [];
  for (let index = 0; index < open.index; index++) {
    const cycle = cycleAt(c, index);
    if (own.some((one) => one.start <= cycle.end && one.end >= cycle.start)) continue;
    const requirement = requirementOf(cycle, c);
    const { required, counted, attested } = requirement;
    rolls.push({
      start: cycle.start,
      end: cycle.end,
      required,
      counted,
      attested,
      ...cycleDecision(cycle, requirement, c),
    });
  }
  return rolls;
}

/**
 * Rolls on record that the facts no longer support: the cycle has not rolled by them, or is none. They are never silently taken back.
 * @param recorded the rolls on record that were not taken back
 */
export function unsupportedRolls<Roll extends CycleDates>(
  { case: c, cycle: open }: Decision,
  recorded: readonly Roll[],
): readonly Roll[] {
  const own = ownRolls(recorded, c);
  if (own.length === 0) return NONE;
  const rolled = new Map<string, string>();
  for (let index = 0; index < open.index; index++) {
    const { start, end } = cycleAt(c, index);
    rolled.set(start, end);
  }
  return own.filter(({ start, end }) => rolled.get(start) !== end);
}

const NONE: readonly never[] = Object.freeze([]);

/** policy.md C7: cycles from before a recertification are history. */
function ownRolls<Roll extends CycleDates>(recorded: readonly Roll[], c: CertificationCase): readonly Roll[] {
  const { recertifiedOn } = c.facts.certification;
  return recertifiedOn === null ? recorded : recorded.filter(({ start }) => start >= recertifiedOn);
}
