import type { StandingPart } from '../../../shared/domain/what-if.ts';
import type { Judgement } from '../../rules/judge.ts';

const SAME: readonly StandingPart[] = [];

/** What of a standing differs; the days that merely pass (the next due date) are no difference. */
export function differingParts(before: Judgement, after: Judgement): readonly StandingPart[] {
  if (sameIn(before, after)) return SAME;
  const parts: StandingPart[] = [];
  if (before.status !== after.status) parts.push('status');
  if (!sameLapse(before, after)) parts.push('lapse');
  if (!samePoints(before, after)) parts.push('points');
  if (before.fees.owedCents !== after.fees.owedCents) parts.push('fees');
  if (!sameList(before.attention, after.attention)) parts.push('attention');
  return parts;
}

/** Most stand as they did: told apart first, without a list of parts. */
function sameIn(before: Judgement, after: Judgement): boolean {
  return (
    before.status === after.status &&
    before.fees.owedCents === after.fees.owedCents &&
    samePoints(before, after) &&
    sameLapse(before, after) &&
    sameList(before.attention, after.attention)
  );
}

function samePoints(
  { cycle: a, boundByCcp }: Judgement,
  { cycle: b, boundByCcp: bound }: Judgement,
): boolean {
  return (
    boundByCcp === bound &&
    a.required === b.required &&
    a.counted === b.counted &&
    a.outstanding === b.outstanding &&
    a.start === b.start &&
    a.end === b.end
  );
}

function sameLapse(a: Judgement, b: Judgement): boolean {
  return (
    a.lapse?.cause === b.lapse?.cause && a.lapse?.since === b.lapse?.since && sameList(a.routes, b.routes)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
