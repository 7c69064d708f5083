import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { toErrorShape } from '../../shared/ipc/errors.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { ErrorBanner } from './notices.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly button: string;
  /** The usual reason, which the first key replaces. */
  readonly usual?: string;
  /** Said where no reason was given. */
  readonly missing: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks why before something is done that stays on record with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, button, usual = '', missing, busy, error, onClose, onReason, children } = props;
  const [reason, setReason] = useState(usual);
  const [tried, setTried] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '' && !busy) onReason(reason);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} look="primary" busy={busy}>
            {button}
          </Button>
        </>
      }
    >
      <form id={id} className="dialog__form" onSubmit={submit}>
        <p className="soft">{children}</p>
        {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
        <TextField
          label="Reason"
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? missing : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
      </form>
    </Dialog>
  );
}
