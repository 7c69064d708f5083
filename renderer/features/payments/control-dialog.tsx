import { type FormEvent, useState } from 'react';
import type { StandingError } from '../../../shared/ipc/errors.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { ControlFields, readControl } from './control-fields.tsx';

interface ControlDialogProps {
  readonly title: string;
  readonly does: string;
  readonly count?: number;
  readonly cents?: number;
  readonly busy: boolean;
  readonly error: StandingError | null;
  readonly onClose: () => void;
  readonly onCounted: (control: { readonly controlCount: number; readonly controlCents: number }) => void;
}

const FORM = 'control-form';

/** How many receipts there are and what they come to, counted by hand before anything is entered. */
export function ControlDialog({
  title,
  does,
  count,
  cents,
  busy,
  error,
  onClose,
  onCounted,
}: ControlDialogProps) {
  const [typed, setTyped] = useState({
    count: count === undefined ? '' : String(count),
    total: cents === undefined ? '' : (cents / 100).toFixed(2),
  });
  const [tried, setTried] = useState(false);
  const control = readControl(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (control === null || busy) return;
    onCounted(control);
  };
  const failure: ErrorShape | null = error === null ? null : toErrorShape(error);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={busy}>
            {does}
          </Button>
        </>
      }
    >
      <form id={FORM} className="money-form" onSubmit={submit}>
        <p className="soft">
          Count the receipts and add them up before you enter them: the deposit can be closed when what was
          entered agrees with both.
        </p>
        {failure === null ? null : <ErrorBanner error={failure} />}
        <ControlFields
          {...typed}
          tried={tried}
          onChange={(part) => setTyped((now) => ({ ...now, ...part }))}
          autoFocusInDialog
        />
        {/* Enter in a field submits even where the form's button stands outside it. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {does}
        </button>
      </form>
    </Dialog>
  );
}
