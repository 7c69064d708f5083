import { type FormEvent, useId, useState } from 'react';
import { type IntakeMember, type IntakePart, NOT_ACCEPTED } from '../../../shared/domain/intake.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';

interface NotAcceptedDialogProps {
  readonly part: IntakePart;
  readonly member: IntakeMember;
  readonly onClose: () => void;
  readonly onRefused: (part: IntakePart) => void;
  readonly onLetIn: (part: IntakePart) => void;
}

/** A document of a member without an open case is refused and sent back, unless a manager lets it in (SC-DOC-1). */
export function NotAcceptedDialog({ part, member, onClose, onRefused, onLetIn }: NotAcceptedDialogProps) {
  const [lettingIn, setLettingIn] = useState(false);
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const managers = useAsk('office.managers', undefined).data ?? [];
  const refuse = useAct('intake.refuse');
  const assign = useAct('intake.assign');
  const id = useId();
  const error = refuse.error ?? assign.error;
  const { memberNo } = member;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refuse.isPending || assign.isPending) return;
    const after = (told: (settled: IntakePart) => void) => ({
      onSuccess: (settled: IntakePart) => {
        told(settled);
        onClose();
      },
    });
    if (!lettingIn) return refuse.mutate({ part: part.part, memberNo }, after(onRefused));
    const override = { reason, approvedBy: approvedBy === '' ? null : approvedBy };
    assign.mutate({ part: part.part, memberNo, case: null, override }, after(onLetIn));
  };
  return (
    <Dialog
      title={`${member.name} has no open case`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={refuse.isPending || assign.isPending}>
            {lettingIn ? 'Let it in' : 'Refuse it and queue a return letter'}
          </Button>
        </>
      }
    >
      <form id={id} className="intake-form" onSubmit={submit}>
        <Banner kind="info">“{NOT_ACCEPTED}” (SC-DOC-1)</Banner>
        {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
        <Select
          label="What to do"
          data-autofocus
          value={lettingIn ? 'in' : 'back'}
          options={[
            { value: 'back', text: 'Refuse it; it is kept, and a letter sends it back' },
            { value: 'in', text: 'Let it in, as a manager allows' },
          ]}
          onChange={(event) => setLettingIn(event.target.value === 'in')}
        />
        {lettingIn ? (
          <>
            <TextField label="Reason" value={reason} onChange={(event) => setReason(event.target.value)} />
            <Select
              label="Allowed by"
              value={approvedBy}
              options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
              onChange={(event) => setApprovedBy(event.target.value)}
            />
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
