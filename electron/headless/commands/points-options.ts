import type { ActivityDraft } from '../../../shared/domain/points.ts';
import { criteriaOf } from '../../repositories/activities.ts';
import { BadCell, type CellType } from '../../services/import/cells/cell.ts';
import { activityCategory, activitySource, criteria } from '../../services/import/cells/choice.ts';
import { quantity } from '../../services/import/cells/number.ts';
import type { Call } from '../call.ts';
import { UsageError } from '../usage.ts';
import { dateOrNone } from './money-options.ts';

const HOURS = quantity('hours', 100_000);
const POINTS = quantity('points', 10_000);

/** An activity as the options of `points add` tell it. @throws UsageError naming the option that is missing or wrong */
export function draftOf(call: Call): ActivityDraft {
  const category = optionOf(call, 'category', activityCategory);
  if (category === null)
    throw new UsageError('--category is missing; write one such as professional-education');
  const title = call.text('title');
  if (title === null) throw new UsageError('--title is missing; write what it was');
  return {
    category,
    title,
    provider: call.text('provider') ?? '',
    completedOn: dateOrNone(call, 'on'),
    employedFrom: dateOrNone(call, 'from'),
    employedTo: dateOrNone(call, 'to'),
    hours: optionOf(call, 'hours', HOURS),
    claimed: optionOf(call, 'points', POINTS),
    criteria: criteriaOf(optionOf(call, 'criteria', criteria) ?? 0),
    source: optionOf(call, 'source', activitySource) ?? 'staff',
    evidence: call.flag('seen') ? 'seen' : 'member',
  };
}

/** The same activity with what the options of `points correct` change. */
export function correctedDraft(call: Call, old: ActivityDraft & { readonly granted: number }): ActivityDraft {
  const hours = optionOf(call, 'hours', HOURS) ?? old.hours;
  // What a file brought has no other figure than the points recorded; what AMT gave for its own activity stands.
  const before = old.claimed ?? (hours === null || old.source === 'amt-online' ? old.granted : null);
  const bits = optionOf(call, 'criteria', criteria);
  return {
    category: optionOf(call, 'category', activityCategory) ?? old.category,
    title: call.text('title') ?? old.title,
    provider: call.text('provider') ?? old.provider,
    completedOn: dateOrNone(call, 'on') ?? old.completedOn,
    employedFrom: dateOrNone(call, 'from') ?? old.employedFrom,
    employedTo: dateOrNone(call, 'to') ?? old.employedTo,
    hours,
    claimed: optionOf(call, 'points', POINTS) ?? before,
    criteria: bits === null ? old.criteria : criteriaOf(bits),
    source: optionOf(call, 'source', activitySource) ?? old.source,
    evidence: call.flag('seen') ? 'seen' : old.evidence,
  };
}

/** @throws UsageError unless absent or what the option takes */
function optionOf<T>(call: Call, option: string, type: CellType<T>): T | null {
  const text = call.text(option);
  if (text === null) return null;
  const value = type.read(text.trim());
  if (value instanceof BadCell) throw new UsageError(`--${option} ${text} ${value.message}`);
  return value;
}
