import { type FormEvent, useState } from 'react';
import type { JudgedPoints } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

interface RefuseDialogProps {
  readonly application: number;
  readonly line: JudgedPoints;
  readonly onClose: () => void;
}

const FORM = 'refuse-form';

/** Points that do not count on review, with the reason. */
export function RefuseDialog({ application, line, onClose }: RefuseDialogProps) {
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const change = useAct('recertification.changeLine');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (why.trim() === '' || change.isPending) return;
    change.mutate(
      { application, line: line.id, change: { does: 'refuse', why: why.trim() } },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title={`Refuse ${line.title}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={change.isPending}>
            Refuse it
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        {change.error === null ? null : <ErrorBanner error={toErrorShape(change.error)} />}
        <TextField
          label="Why it does not count"
          data-autofocus
          maxLength={200}
          value={why}
          error={tried && why.trim() === '' ? 'Say why it does not count.' : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
