import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'declare-final-form';

interface DeclareFinalDialogProps {
  readonly view: CaseView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Declares a decision final whose letter cannot go out: how the member was told, why so, and the manager who allows it. */
export function DeclareFinalDialog({ view, today, onClose }: DeclareFinalDialogProps) {
  const managers = useAsk('office.managers', undefined).data ?? [];
  const [on, setOn] = useState(today);
  const [way, setWay] = useState('');
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [tried, setTried] = useState(false);
  const declare = useAct('audits.declareFinal');
  const decision = view.decisions.find(({ state }) => state === 'waiting');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (way.trim() === '' || reason.trim() === '' || declare.isPending) return;
    declare.mutate(
      { audit: view.audit, on, way, reason, approvedBy: approvedBy === '' ? null : approvedBy },
      {
        onSuccess: () => {
          sayDone(`${view.memberName}, ${view.code}: the decision is final.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Declare the decision final"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={declare.isPending}>
            Declare it final
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          Its letter cannot go out. The decision becomes final on the day on which the member was told in
          another way; the days to appeal count from there.
        </p>
        {declare.error === null ? null : <ErrorBanner error={toErrorShape(declare.error)} />}
        <TextField
          label="How the member was told"
          data-autofocus
          autoComplete="off"
          maxLength={500}
          hint="With what shows it, such as the number of the certified mail."
          value={way}
          error={tried && way.trim() === '' ? 'Say how, with what shows it.' : undefined}
          onChange={(event) => setWay(event.target.value)}
        />
        <TextField
          label="Reason"
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? 'Say why the letter cannot go out.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <TextField
          label="Told on"
          type="date"
          min={decision?.decidedOn}
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <Select
          label="Allowed by"
          hint={managers.length === 0 ? 'Nobody is named as a manager yet: Settings, Office profile.' : ''}
          value={approvedBy}
          options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
          onChange={(event) => setApprovedBy(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Declare it final
        </button>
      </form>
    </Dialog>
  );
}
