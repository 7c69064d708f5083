import { type FormEvent, useState } from 'react';
import type { LineEntered, LineOutcomeText } from '../../../shared/domain/receipts.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

interface ReasonDialogProps {
  readonly what: 'leave' | 'undo';
  readonly deposit: number;
  readonly line: LineEntered;
  readonly onDone: (done: LineOutcomeText) => void;
  readonly onClose: () => void;
}

const FORM = 'reason-form';

/** Leaves a line, or takes back what was done about it: either needs a reason. */
export function ReasonDialog({ what, deposit, line, onDone, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const leave = useAct('reconcile.leave');
  const undo = useAct('reconcile.undo');
  const act = what === 'leave' ? leave : undo;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!act.isPending) act.mutate({ deposit, row: line.row, reason }, { onSuccess: onDone });
  };
  const amount = line.cents === null ? '' : ` of ${displayCents(line.cents)}`;
  return (
    <Dialog
      title={what === 'leave' ? `Leave row ${line.row}${amount}` : `Take back row ${line.row}${amount}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={FORM}
            look={what === 'leave' ? 'primary' : 'danger'}
            busy={act.isPending}
          >
            {what === 'leave' ? 'Leave it' : 'Take it back'}
          </Button>
        </>
      }
    >
      <form id={FORM} className="money-form" onSubmit={submit}>
        <p className="soft">{ABOUT[what === 'undo' && line.state === 'left' ? 'take-up' : what]}</p>
        {act.error === null ? null : <ErrorBanner error={toErrorShape(act.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

const ABOUT = {
  leave:
    'The line no longer keeps its file open. Its money stays under Unmatched until someone says whose it is.',
  undo: 'Its payments are met by counter-entries; the fees that they paid are open again and the money is nobody’s.',
  'take-up': 'The line is to be worked again.',
} as const;
