import { displayDate } from '../../../shared/util/dates.ts';

/** A journal entry about a member's points or attestations in plain words; null for an action of another kind. */
export function pointsText(
  action: string,
  code: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string | null {
  const because = typeof after.reason === 'string' ? `: ${after.reason}` : '';
  switch (action) {
    case 'activity.entered':
      return `Activity “${String(after.title)}” entered, ${points(after.granted)} granted${counts(after.counts)}`;
    case 'activity.recorded-online':
      return `AMT’s online activity “${String(after.title)}” recorded, ${points(after.granted)} granted${counts(after.counts)}`;
    case 'activity.corrected':
      return `Activity “${String(before.title)}” corrected from ${figures(before)} to ${figures(after)}${because}`;
    case 'activity.withdrawn':
      return `Activity “${String(before.title)}” with ${points(before.granted)} withdrawn${because}`;
    case 'attestation.recorded':
      return `${code}: cycle from ${date(after.cycleStart)} attested, signed on ${date(after.attestedOn)}`;
    case 'attestation.undone':
      return `${code}: attestation of the cycle from ${date(before.cycleStart)} undone${because}`;
    default:
      return null;
  }
}

function figures(of: Readonly<Record<string, unknown>>): string {
  const day = of.completedOn ?? of.employedFrom;
  return `${points(of.granted)} on ${date(day)}`;
}

function points(value: unknown): string {
  return `${String(value)} ${value === 1 ? 'point' : 'points'}`;
}

function counts(value: unknown): string {
  const each = (Array.isArray(value) ? value : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'code' in one && 'points' in one && Number(one.points) > 0
      ? [`${String(one.code)} ${String(one.points)}`]
      : [],
  );
  return each.length === 0 ? ', counting for no open cycle' : ` (${each.join(', ')})`;
}

function date(value: unknown): string {
  return typeof value === 'string' ? displayDate(value) : '';
}
