import { type FormEvent, useState } from 'react';
import type { BadgeRequest } from '../../../shared/domain/badges.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

interface WithdrawDialogProps {
  readonly request: BadgeRequest;
  readonly onClose: () => void;
}

const FORM = 'badge-withdraw-form';

/** Takes back a request that is in no file yet, with a reason. */
export function WithdrawDialog({ request, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useAct('badges.withdraw');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || withdraw.isPending) return;
    withdraw.mutate(
      { request: request.request, reason },
      {
        onSuccess: () => {
          sayDone(`The request for ${request.name} is withdrawn.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Withdraw the ${request.code} badge of ${request.name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="danger" busy={withdraw.isPending}>
            Withdraw the request
          </Button>
        </>
      }
    >
      <form id={FORM} className="badge-form" onSubmit={submit}>
        {withdraw.error === null ? null : <ErrorBanner error={toErrorShape(withdraw.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          value={reason}
          error={tried && reason.trim() === '' ? 'Say why it is withdrawn.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
