import { useState } from 'react';
import type { EnteredActivity } from '../../../shared/domain/points.ts';
import { useAct } from '../../api/use-act.ts';
import { type ActivityForm, type FormProblem, isProblem, readForm } from './activity-form.ts';
import { usePreview } from './use-preview.ts';

/**
 * One activity being typed for a member: what the rules say of it as it is typed, and saving it. What looks like another activity is saved
 * only when it is confirmed by saving a second time.
 */
export function useActivityEntry(memberNo: string | null, first: ActivityForm) {
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const enter = useAct('points.enter');
  const read = readForm(form);
  const unread = isProblem(read) ? read : null;
  const draft = isProblem(read) ? null : read;
  const preview = usePreview(memberNo, draft);
  const problem: FormProblem | null = unread ?? (tried ? (preview?.problem ?? null) : null);

  const change = (part: Partial<ActivityForm>) => {
    setForm((now) => ({ ...now, ...part }));
    setConfirming(false);
    enter.reset();
  };
  const save = (onSaved: (entered: EnteredActivity) => void) => {
    setTried(true);
    if (memberNo === null || draft === null || enter.isPending) return;
    enter.mutate(
      { ...draft, memberNo, confirmDoubts: confirming },
      {
        onSuccess: (entered) => {
          if (entered.activity === null) return setConfirming(true);
          onSaved(entered);
        },
      },
    );
  };
  const startAnew = (next: ActivityForm) => {
    setForm(next);
    setTried(false);
    setConfirming(false);
    enter.reset();
  };
  return {
    form,
    change,
    preview,
    problem,
    confirming,
    save,
    startAnew,
    saving: enter.isPending,
    error: enter.error,
  };
}
