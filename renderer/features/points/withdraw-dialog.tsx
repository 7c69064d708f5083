import { type FormEvent, useId, useState } from 'react';
import type { MemberActivity } from '../../../shared/domain/points.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Changes } from './change-line.tsx';
import { useCounterPreview } from './use-preview.ts';

interface WithdrawDialogProps {
  readonly activity: MemberActivity;
  readonly onClose: () => void;
}

/** Withdraws an activity with a reason; what would change in each standing is shown before. */
export function WithdrawDialog({ activity, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useAct('points.withdraw');
  const shown = useCounterPreview(activity.activity, null);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || withdraw.isPending) return;
    withdraw.mutate(
      { activity: activity.activity, reason },
      {
        onSuccess: ({ text }) => {
          sayDone(text);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Withdraw “${activity.title}”`}
      onClose={onClose}
      dismissable={!withdraw.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" type="submit" form={id} busy={withdraw.isPending}>
            Withdraw it
          </Button>
        </>
      }
    >
      <form id={id} className="points-form" onSubmit={submit} noValidate>
        <p className="soft">It stays on record with a counter-entry, and counts nowhere any more.</p>
        {withdraw.error === null ? null : <ErrorBanner error={toErrorShape(withdraw.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          value={reason}
          error={
            tried && reason.trim() === '' ? 'Say in a few words why, for whoever reads it later.' : undefined
          }
          onChange={(event) => setReason(event.target.value)}
        />
        <Changes changes={shown?.changes} couldHaveMore={shown?.couldHaveMore ?? []} />
      </form>
    </Dialog>
  );
}
