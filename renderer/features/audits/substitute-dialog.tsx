import { type FormEvent, useState } from 'react';
import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'substitute-form';

interface SubstituteDialogProps {
  readonly view: CaseView;
  readonly replaced: CaseActivity;
  readonly onClose: () => void;
}

/** Enters a course of the same cycle in the place of an activity that was turned down; it is judged like the others. */
export function SubstituteDialog({ view, replaced, onClose }: SubstituteDialogProps) {
  const [title, setTitle] = useState('');
  const [provider, setProvider] = useState('');
  const [completedOn, setCompletedOn] = useState('');
  const [hours, setHours] = useState('');
  const put = useAct('audits.substitute');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (put.isPending) return;
    put.mutate(
      {
        audit: view.audit,
        replaces: replaced.activity,
        draft: {
          category: 'professional-education',
          title,
          provider,
          completedOn: completedOn === '' ? null : completedOn,
          employedFrom: null,
          employedTo: null,
          hours: hours.trim() === '' ? null : Math.max(0, Number(hours) || 0),
          claimed: null,
          criteria: { job: true, knowledge: false, degree: false },
          source: 'staff',
          evidence: 'seen',
        },
      },
      {
        onSuccess: () => {
          sayDone(`${title.trim()} stands in the place of ${replaced.title}; judge it now.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`In the place of ${replaced.title}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={put.isPending}>
            Put in its place
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          A course for the member’s job, completed from {displayDate(view.cycleStart)} to{' '}
          {displayDate(view.cycleEnd)}.
        </p>
        {put.error === null ? null : <ErrorBanner error={toErrorShape(put.error)} />}
        <TextField
          label="Title"
          data-autofocus
          autoComplete="off"
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label="Sponsor"
          autoComplete="off"
          maxLength={200}
          value={provider}
          onChange={(event) => setProvider(event.target.value)}
        />
        <div className="audits__pair">
          <TextField
            label="Completed on"
            type="date"
            value={completedOn}
            onChange={(event) => setCompletedOn(event.target.value)}
          />
          <TextField
            label="Hours or credits"
            className="figures"
            inputMode="decimal"
            autoComplete="off"
            value={hours}
            onChange={(event) => setHours(event.target.value)}
          />
        </div>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Put in its place
        </button>
      </form>
    </Dialog>
  );
}
