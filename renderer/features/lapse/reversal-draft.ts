import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { FactChange } from '../../../shared/domain/cycles.ts';
import type { ReversalChoices } from '../../../shared/domain/lapse.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';

/** What was wrong about a lapse, as chosen in the dialog. */
export type Wrong = 'fees' | 'attestation' | 'activity' | 'audit' | 'certified-on' | 'settled';

export interface ReversalDraft {
  readonly wrong: Wrong;
  /** Years to waive. */
  readonly years: readonly string[];
  /** The date typed: of the attestation, the activity, or the certification. */
  readonly date: string;
  /** The last day of an employment; empty while it goes on. */
  readonly lastDay: string;
  readonly activity: number | null;
}

export const WRONG_WORDS: Readonly<Record<Wrong, string>> = {
  fees: 'The office waives the fees',
  attestation: 'An attestation came in time and was not recorded',
  activity: 'The date of an activity is wrong',
  audit: 'The audit was compliant',
  'certified-on': 'The certification date is wrong',
  settled: 'It was put right already; only the mark still stands',
};

/** The sentence that usually fits each correction. */
export const LIKELY: Readonly<Record<Wrong, readonly string[]>> = {
  fees: ['SC-LAPSE-1', 'SC-LAPSE-2', 'SC-FEE-1'],
  attestation: ['PB-CCP-3', 'SC-LAPSE-1'],
  activity: ['SC-CCP-4', 'SC-CCP-5', 'SC-LAPSE-1'],
  audit: ['SC-LAPSE-3', 'PB-AUD-3'],
  'certified-on': ['SC-LAPSE-1', 'SC-LAPSE-2', 'PB-CCP-1'],
  settled: ['SC-LAPSE-1', 'SC-LAPSE-2', 'SC-LAPSE-3'],
};

/** What may have been wrong about this lapse, what it lapsed by first. */
export function choicesFor({ lapse, years, cycle, audits, activities }: ReversalChoices): readonly Wrong[] {
  if (lapse === null) return ['settled'];
  const wrong: Wrong[] = [];
  if (years.length > 0) wrong.push('fees');
  if (cycle !== null) wrong.push('attestation');
  if (cycle !== null && activities.length > 0) wrong.push('activity');
  if (audits.length > 0) wrong.push('audit');
  wrong.push('certified-on');
  const first: Wrong = lapse.cause === 'points' ? 'attestation' : lapse.cause;
  return wrong.toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** The correction that the draft comes to; null while it is not whole, and for what was put right already. */
export function changeOf(
  draft: ReversalDraft,
  choices: ReversalChoices,
  code: CertificationCode,
): FactChange | null {
  const { date } = draft;
  switch (draft.wrong) {
    case 'fees':
      return draft.years.length === 0 ? null : { kind: 'fees-waived', code, years: draft.years };
    case 'attestation':
      return choices.cycle === null || !isCalendarDate(date)
        ? null
        : { kind: 'attested', code, cycleStart: choices.cycle.start, date };
    case 'activity': {
      const activity = choices.activities.find((one) => one.activity === draft.activity);
      if (activity === undefined || !isCalendarDate(date)) return null;
      if (activity.completedOn !== null) return { kind: 'completed-on', activity: activity.activity, date };
      const to = isCalendarDate(draft.lastDay) ? draft.lastDay : null;
      return { kind: 'employed', activity: activity.activity, from: date, to };
    }
    case 'audit': {
      const [cycleStart] = choices.audits;
      return cycleStart === undefined ? null : { kind: 'audit-compliant', code, cycleStart };
    }
    case 'certified-on':
      return isCalendarDate(date) && date !== choices.certifiedOn
        ? { kind: 'certified-on', code, date }
        : null;
    case 'settled':
      return null;
  }
}
