import { type FormEvent, useId, useState } from 'react';
import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';
import type { ActivityDraft } from '../../../shared/domain/points.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { ActivityFields } from '../../features/points/activity-fields.tsx';
import { EMPTY_FORM, isProblem, readForm } from '../../features/points/activity-form.ts';
import { useRested } from '../../features/points/use-preview.ts';
import { SubstituteSays } from './substitute-says.tsx';
import '../../features/points/points.css';

export interface SubstituteDialogProps {
  readonly view: CaseView;
  readonly replaced: CaseActivity;
  readonly onClose: () => void;
}

/** Enters an activity of the audited cycle in the place of one that was turned down; the rules say beside it what it shows. */
export function SubstituteDialog({ view, replaced, onClose }: SubstituteDialogProps) {
  const { audit, cycleStart, cycleEnd } = view;
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const [form, setForm] = useState({ ...EMPTY_FORM, category: replaced.category });
  const [tried, setTried] = useState(false);
  const put = useAct('audits.substitute');
  const id = useId();
  const read = readForm(form);
  const draft: ActivityDraft | null = isProblem(read) ? null : { ...read, source: 'staff', evidence: 'seen' };
  const asked = useRested(draft);
  const preview = useAsk(
    'audits.previewSubstitute',
    { audit, draft: asked ?? NOTHING },
    { enabled: asked !== null, keepPrevious: true },
  ).data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft === null || put.isPending) return;
    put.mutate(
      { audit, replaces: replaced.activity, draft },
      {
        onSuccess: () => {
          sayDone(`${draft.title.trim()} stands in the place of ${replaced.title}; judge it now.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`In the place of ${replaced.title}`}
      size="large"
      onClose={onClose}
      dismissable={!put.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} look="primary" busy={put.isPending}>
            Put in its place
          </Button>
        </>
      }
    >
      <form id={id} className="activity-entry" onSubmit={submit} noValidate>
        <div className="activity-entry__typed">
          <p className="soft">
            Only an activity of the audited cycle, from {displayDate(cycleStart)} to {displayDate(cycleEnd)}.
          </p>
          {put.error === null ? null : <ErrorBanner error={toErrorShape(put.error)} />}
          <ActivityFields
            form={form}
            onChange={(change) => {
              setForm((now) => ({ ...now, ...change }));
              put.reset();
            }}
            today={today}
            within={{ first: cycleStart, last: cycleEnd }}
            problem={isProblem(read) ? read : tried ? (preview?.problem ?? null) : null}
            proofAsked={false}
            autoFocusInDialog
          />
        </div>
        <SubstituteSays preview={asked === null ? undefined : preview} typed={form.title.trim() !== ''} />
      </form>
    </Dialog>
  );
}

const NOTHING: ActivityDraft = {
  ...EMPTY_FORM,
  completedOn: null,
  employedFrom: null,
  employedTo: null,
  hours: null,
  claimed: null,
};
