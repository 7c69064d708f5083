import { type FormEvent, useId, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';

interface DestroyDialogProps {
  /** Ids; null = everything that is due. */
  readonly documents: readonly number[] | null;
  readonly count: number;
  readonly onClose: () => void;
  /** They are destroyed, and the dialog that says so was closed. */
  readonly onDone: () => void;
}

/** A manager’s confirmation that documents are destroyed: their number has to be typed. */
export function DestroyDialog({ documents, count, onClose, onDone }: DestroyDialogProps) {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const managers = useAsk('office.managers', undefined).data ?? [];
  const destroy = useJob('retention.destroy');
  const id = useId();
  const things = documentsText(count);
  const agreed = typed.trim().replaceAll(',', '') === String(count);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!agreed || destroy.running) return;
    void destroy.start({
      documents: documents === null ? null : [...documents],
      confirmed: count,
      approvedBy: approvedBy === '' ? null : approvedBy,
      note,
    });
  };
  if (destroy.result !== null) {
    const { destruction, documents: destroyed, bytesKept, left } = destroy.result;
    return (
      <Dialog
        title="Destroyed"
        onClose={onDone}
        footer={
          <Button look="primary" data-autofocus onClick={onDone}>
            Close
          </Button>
        }
      >
        <p>
          {documentsText(destroyed)} destroyed, on the log as destruction {destruction}. Its certificate can
          be printed from the list of what was destroyed.
        </p>
        {bytesKept === 0 ? null : (
          <p>The bytes of {bytesKept} stay, because another paper on record has the very same.</p>
        )}
        {left === 0 ? null : (
          <Banner kind="warning">
            {left} could not be removed yet, such as a file that another program has open: it goes at the next
            start.
          </Banner>
        )}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={`Destroy ${things}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} disabled={!agreed} busy={destroy.running}>
            Destroy {things}
          </Button>
        </>
      }
    >
      <form id={id} className="intake-form" onSubmit={submit}>
        <p>
          Their bytes are overwritten and removed. Name, size, hash, whose they were and how they came stay on
          record, with who destroyed them, when, and under which policy value. It cannot be undone.
        </p>
        <Banner kind="warning">Backups made before today still hold them.</Banner>
        {destroy.error === null ? null : <ErrorBanner error={destroy.error} />}
        <TextField
          label={`To confirm, type how many: ${count}`}
          className="figures"
          inputMode="numeric"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          label="Allowed by"
          hint="Only a manager may allow it."
          value={approvedBy}
          options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
          onChange={(event) => setApprovedBy(event.target.value)}
        />
        <TextField
          label="Note"
          hint="For the log, such as the number of the minutes; may be left empty."
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

function documentsText(count: number): string {
  return count === 1 ? '1 document' : `${count.toLocaleString('en-US')} documents`;
}
