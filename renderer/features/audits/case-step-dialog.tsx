import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { CASE_STEP_WORDS, type CaseStep, stepNeedsNote } from '../../../shared/domain/audit-steps.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

const FORM = 'case-step-form';

/** The value that sets the day due; null where a step keeps it. */
const VALUES: Readonly<Record<CaseStep, string | null>> = {
  'notice-sent': 'audit-answer-days',
  waiting: null,
  received: 'audit-review-days',
  'in-review': null,
  'more-asked': 'audit-more-asked-days',
  extension: 'audit-extension-days',
};

interface CaseStepDialogProps {
  readonly view: CaseView;
  readonly to: CaseStep;
  readonly today: string;
  readonly onClose: () => void;
}

/** One step of a case: what it does and how many days it gives are said before it is taken. */
export function CaseStepDialog({ view, to, today, onClose }: CaseStepDialogProps) {
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const step = useAct('audits.step');
  const { button, says } = CASE_STEP_WORDS[to];
  const value = view.values.find(({ name }) => name === VALUES[to]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!step.isPending) step.mutate({ audit: view.audit, to, on, note }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={button}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={step.isPending}>
            {button}
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          {says}
          {value === undefined
            ? ''
            : ` ${value.days} days${value.confirmed ? '' : ', a default that the office has not confirmed yet'}.`}
        </p>
        {step.error === null ? null : <ErrorBanner error={toErrorShape(step.error)} />}
        <TextField
          label={stepNeedsNote(to) ? 'Note' : 'Note (if there is something to say)'}
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <TextField
          label="Day"
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
      </form>
    </Dialog>
  );
}
