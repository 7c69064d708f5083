import type { AttestationEntry } from '../../../shared/domain/attestations.ts';
import type {
  ActivityDraft,
  ActivityPreview,
  MemberActivity,
  MemberPoints,
  PointsOfCertification,
  QuotedSentence,
  StandingBrief,
  StandingChange,
} from '../../../shared/domain/points.ts';

/** What an activity would be granted and do, certification by certification, with the sentences. */
export function previewText({ granted, steps, verdicts, doubts }: ActivityPreview): string {
  return [
    ...steps.map(
      ({ text, quoted, value }) =>
        `${text}${value === null || value.confirmed ? '' : ' The office’s value is not confirmed yet.'}${quote(quoted)}`,
    ),
    `Granted: ${granted}.`,
    ...verdicts.flatMap(({ code, counts, why, quoted, remedy, cut, change, outlook }) => [
      `${code}: ${counts ? 'counts' : 'does not count'}. ${why}${quote(quoted[0] ?? null)}`,
      ...(cut === null || cut.value.confirmed
        ? []
        : [`${code}: the cap of ${cut.cap} points is the office’s and not confirmed yet.`]),
      ...(remedy === null ? [] : [`${code}: what would make it count: ${remedy}`]),
      ...(change.changed ? [changeText(change)] : []),
      `${code}: ${outlook.text}`,
    ]),
    ...doubts.map(({ text }) => `Note: ${text}`),
  ].join('\n');
}

function quote(sentence: QuotedSentence | null): string {
  return sentence === null ? '' : ` “${sentence.text}” (${sentence.id})`;
}

/** `RMA: active, 10 of 30 points -> active, 16 of 30 points` */
export function changeText({ code, before, after }: StandingChange): string {
  return `${code}: ${briefText(before)} -> ${briefText(after)}`;
}

function briefText({ status, counted, required, cycleEnd, attested }: StandingBrief): string {
  return `${status}, ${counted} of ${required} points in the cycle to ${cycleEnd}${attested ? ', attested' : ''}`;
}

/** What a correction or withdrawal would change, or that nothing would. */
export function changesText(changes: readonly StandingChange[], couldHaveMore: readonly string[]): string {
  const changed = changes.filter((change) => change.changed).map(changeText);
  return [
    ...(changed.length === 0 ? ['No standing would change.'] : changed),
    ...couldHaveMore.map((title) => `“${title}” was cut by the cap: correct it to have it granted anew.`),
  ].join('\n');
}

export function memberPointsText({ certifications, activities }: MemberPoints): string {
  return [
    ...certifications.map(cycleText),
    ...(activities.length === 0 ? ['No activity is recorded.'] : activities.map(activityText)),
  ].join('\n');
}

function cycleText(points: PointsOfCertification): string {
  const { code, cycleStart, cycleEnd, counted, required, outstanding, attested, daysLeft, bound } = points;
  const left = daysLeft < 0 ? `ended ${-daysLeft} days ago` : `${daysLeft} days left`;
  const state = !bound
    ? 'not bound by CCP'
    : attested
      ? 'attested'
      : outstanding === 0
        ? 'complete'
        : `${outstanding} to go`;
  return `${code}: ${counted} of ${required} points in the cycle from ${cycleStart} to ${cycleEnd}, ${state}, ${left}`;
}

function activityText(activity: MemberActivity): string {
  const { counter, countedFor, granted, claimed, category, title, provider } = activity;
  const claim = claimed === null || claimed === granted ? '' : ` of ${claimed} claimed`;
  const head = `activity ${activity.activity}  ${days(activity)}  ${category}  ${title}${provider === '' ? '' : `, ${provider}`}: ${granted} points${claim}`;
  if (counter !== null)
    return `${head}\n       ${counter.kind} on ${counter.on}: ${counter.reason}${counter.replacedBy === null ? '' : `; now activity ${counter.replacedBy}`}`;
  return [
    head,
    ...countedFor.map(
      ({ code, counts, points, why, citation }) =>
        `       ${code}: ${counts ? `${points} points` : `not counted. ${why} (${citation})`}`,
    ),
  ].join('\n');
}

function days({ completedOn, employedFrom, employedTo }: ActivityDraft): string {
  return completedOn ?? `${employedFrom ?? ''} to ${employedTo ?? 'now'}`;
}

/** An attestation in one line. */
export function attestationText(entry: AttestationEntry): string {
  const { attestation, memberNo, memberName, code, cycleStart, attestedOn, slip, undone } = entry;
  const by = slip === null ? 'by number' : `sheet ${slip.sheet} of run ${slip.run}`;
  const end = undone === null ? '' : `; undone on ${undone.on}: ${undone.reason}`;
  return `attestation ${attestation}  ${memberNo} ${memberName}  ${code} cycle from ${cycleStart}, signed on ${attestedOn} (${by}${entry.recordedBy === null ? '' : `, ${entry.recordedBy}`})${end}`;
}
