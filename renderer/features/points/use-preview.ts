import { useEffect, useState } from 'react';
import type { ActivityDraft, ActivityPreview, CounterPreview } from '../../../shared/domain/points.ts';
import { useAsk } from '../../api/use-ask.ts';

/** Milliseconds that typing rests before the rules are asked. */
const REST = 90;

/** What an activity would be granted and do, followed as it is typed; undefined until the first answer, or while there is nothing to ask. */
export function usePreview(
  memberNo: string | null,
  draft: ActivityDraft | null,
): ActivityPreview | undefined {
  const asked = useRested(draft);
  const preview = useAsk(
    'points.preview',
    { ...(asked ?? NOTHING), memberNo: memberNo ?? '-' },
    { enabled: memberNo !== null && asked !== null, keepPrevious: true },
  );
  if (memberNo === null || asked === null) return undefined;
  return preview.data?.memberNo === memberNo ? preview.data : undefined;
}

/** What correcting an activity, or withdrawing it (`draft` null), would change. */
export function useCounterPreview(activity: number, draft: ActivityDraft | null): CounterPreview | undefined {
  const asked = useRested(draft);
  return useAsk('points.previewCounter', { activity, draft: asked }, { keepPrevious: true }).data;
}

/** The draft as it was when typing last rested. */
export function useRested(draft: ActivityDraft | null): ActivityDraft | null {
  const [rested, setRested] = useState(draft);
  const text = JSON.stringify(draft);
  useEffect(() => {
    const timer = setTimeout(
      // What was a draft when it was written is one when it is read.
      () => setRested(JSON.parse(text) as ActivityDraft | null),
      REST,
    );
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const NOTHING: ActivityDraft = {
  category: 'professional-education',
  title: '',
  provider: '',
  completedOn: null,
  employedFrom: null,
  employedTo: null,
  hours: null,
  claimed: null,
  criteria: { job: false, knowledge: false, degree: false },
  source: 'staff',
  evidence: 'member',
};
