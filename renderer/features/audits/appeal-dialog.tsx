import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

const FORM = 'appeal-form';

interface AppealDialogProps {
  readonly view: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Opens a decided case again; late, or against a compliant outcome, with a manager. */
export function AppealDialog({ view, today, onClose }: AppealDialogProps) {
  const [receivedOn, setReceivedOn] = useState(today);
  const [grounds, setGrounds] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const managers = useAsk('office.managers', undefined).data ?? [];
  const appeal = useAct('audits.appeal');
  const value = view.values.find(({ name }) => name === 'audit-appeal-review-days');
  const late = view.appealBy !== null && receivedOn > view.appealBy;
  const needsManager = late || view.outcome === 'compliant';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (appeal.isPending) return;
    appeal.mutate(
      { audit: view.audit, receivedOn, grounds, approvedBy: approvedBy === '' ? null : approvedBy },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title="Appeal"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={appeal.isPending}>
            Open the case again
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          The decision stands until another one is made.
          {value === undefined
            ? ''
            : ` The appeal is to be decided within ${value.days} days${value.confirmed ? '' : ', a default that the office has not confirmed yet'}.`}
        </p>
        {appeal.error === null ? null : <ErrorBanner error={toErrorShape(appeal.error)} />}
        <TextField
          label="Grounds"
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={grounds}
          onChange={(event) => setGrounds(event.target.value)}
        />
        <TextField
          label="Received on"
          type="date"
          max={today}
          value={receivedOn}
          hint={view.appealBy === null ? undefined : `In time until ${displayDate(view.appealBy)}.`}
          onChange={(event) => setReceivedOn(event.target.value)}
        />
        {needsManager ? (
          <Select
            label="Manager who allows it"
            value={approvedBy}
            options={[
              { value: '', text: 'Myself' },
              ...managers.map((name) => ({ value: name, text: name })),
            ]}
            onChange={(event) => setApprovedBy(event.target.value)}
          />
        ) : null}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Open the case again
        </button>
      </form>
    </Dialog>
  );
}
