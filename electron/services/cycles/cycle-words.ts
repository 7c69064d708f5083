import { dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import type { MetBy } from '../../../shared/domain/cycles.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { addDays, daysBetween, displayDate } from '../../../shared/util/dates.ts';
import { metBy } from '../../rules/cycle-decision.ts';
import type { StatedCycle } from '../../rules/cycle-states.ts';
import type { Decision } from '../../rules/decision.ts';

interface CycleText {
  readonly text: string;
  readonly citation: string;
}

/** The sentence by which each way meets a cycle. */
export const MET_CITATION: Readonly<Record<MetBy, string>> = {
  points: 'SC-CCP-7',
  attestation: 'PB-CCP-3',
  audit: 'PB-AUD-2',
  'not-bound': 'PB-CCP-1',
};

/** Where a cycle stands in one sentence, with what is missing. @param recorded whether a sweep has recorded its roll */
export function cycleText(cycle: StatedCycle, decision: Decision, recorded: boolean): CycleText {
  const { case: c, fees } = decision;
  switch (cycle.state) {
    case 'rolled': {
      const met = metBy(cycle, c);
      const note = recorded ? '' : ' The next sweep puts that on record.';
      return {
        text: `Rolled: ${metWords(met, cycle)}, and the fees were paid.${note}`,
        citation: MET_CITATION[met],
      };
    }
    case 'blocked':
      return {
        text: `Its points are there, but the annual fee due ${displayDate(dueOnOfYear(c.anchor, fees.firstUnpaid))} keeps it from rolling.`,
        citation: 'SC-CCP-7',
      };
    case 'ended-short': {
      const grace = c.policy.value('points-grace-days', cycle.end);
      const until = addDays(cycle.end, grace.value);
      const left = until < c.asOf ? '' : ` Recording them by ${displayDate(until)} cures it (days of grace).`;
      return {
        text: `Ended ${points(cycle.outstanding)} short and without an attestation.${left}`,
        citation: 'SC-LAPSE-1',
      };
    }
    case 'open':
      return openText(cycle, c.bound, daysBetween(c.asOf, cycle.end));
    case 'waiting':
      return {
        text: 'Begun, and waits for the cycle before it; nothing is carried over.',
        citation: 'SC-CCP-5',
      };
    default:
      return assertNever(cycle.state);
  }
}

/** A roll on record that the facts no longer support. @param why without a full stop */
export function unsupportedText(why: string): CycleText {
  return { text: `On record as rolled, but ${why}. It stays so until it is reopened.`, citation: 'SC-CCP-7' };
}

function openText(cycle: StatedCycle, bound: boolean, days: number): CycleText {
  if (!bound) return { text: 'CCP is voluntary: it rolls on its fees alone.', citation: 'PB-CCP-1' };
  const left = `${days} ${days === 1 ? 'day' : 'days'} left`;
  if (cycle.attested) return { text: `Attested; ${left}.`, citation: 'PB-CCP-3' };
  if (cycle.outstanding === 0) return { text: `All its points are there; ${left}.`, citation: 'SC-CCP-6' };
  return { text: `${points(cycle.outstanding)} to go; ${left}.`, citation: 'SC-CCP-3' };
}

/** What met a cycle, as said of it: `30 of 30 points were recorded`. */
export function metWords(met: MetBy, cycle: { readonly counted: number; readonly required: number }): string {
  switch (met) {
    case 'points':
      return `${cycle.counted} of ${cycle.required} points were recorded`;
    case 'attestation':
      return 'the points were attested';
    case 'audit':
      return 'the audit decides about its points';
    case 'not-bound':
      return 'CCP did not bind it';
    default:
      return assertNever(met);
  }
}

function points(count: number): string {
  return `${count} ${count === 1 ? 'point' : 'points'}`;
}
