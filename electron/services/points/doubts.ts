import type { ActivityDraft, EntryDoubt } from '../../../shared/domain/points.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { foldText } from '../../../shared/util/fold.ts';
import type { RecordedActivity } from '../../repositories/activities.ts';

/** What is recorded already and looks the same: the same title, day and provider, or an employment over the same days. */
export function doubtsOf(draft: ActivityDraft, recorded: readonly RecordedActivity[]): readonly EntryDoubt[] {
  const standing = recorded.filter(({ counter }) => counter === null);
  return standing.flatMap((other) => {
    if (draft.category === 'employment-verification') return overlap(draft, other);
    return sameActivity(draft, other) ? [{ kind: 'same-activity', text: sameText(other) }] : [];
  });
}

/** Whether two activities are of the same title, day and provider, whatever their accents, case and points. */
export function sameActivity(
  a: Pick<ActivityDraft, 'title' | 'provider' | 'completedOn'>,
  b: Pick<ActivityDraft, 'title' | 'provider' | 'completedOn'>,
): boolean {
  return (
    a.completedOn !== null &&
    a.completedOn === b.completedOn &&
    foldText(a.title) === foldText(b.title) &&
    foldText(a.provider) === foldText(b.provider)
  );
}

function overlap(draft: ActivityDraft, other: RecordedActivity): readonly EntryDoubt[] {
  if (draft.employedFrom === null || other.employedFrom === null) return [];
  const apart =
    (other.employedTo !== null && other.employedTo < draft.employedFrom) ||
    (draft.employedTo !== null && draft.employedTo < other.employedFrom);
  if (apart) return [];
  const to = other.employedTo === null ? 'still' : `to ${displayDate(other.employedTo)}`;
  return [
    {
      kind: 'overlapping-employment',
      text: `Its days overlap with “${other.title}”, employed from ${displayDate(other.employedFrom)} ${to}.`,
    },
  ];
}

function sameText({ title, provider, completedOn, granted, enteredBy, source }: RecordedActivity): string {
  const by = provider === '' ? '' : ` by ${provider}`;
  const who = enteredBy ?? (source === 'amt-online' ? 'AMT’s feed' : 'an imported file');
  return `“${title}”${by} on ${displayDate(completedOn ?? '')} is recorded already with ${granted} points (${who}).`;
}
