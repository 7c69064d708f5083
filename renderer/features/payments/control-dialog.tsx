import { type FormEvent, useState } from 'react';
import type { StandingError } from '../../../shared/ipc/errors.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { parseCents } from '../../../shared/util/money.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

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
  const [countText, setCountText] = useState(count === undefined ? '' : String(count));
  const [totalText, setTotalText] = useState(cents === undefined ? '' : (cents / 100).toFixed(2));
  const [tried, setTried] = useState(false);
  const controlCount = /^\d{1,5}$/.test(countText.trim()) ? Number(countText) : null;
  const controlCents = parseCents(totalText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (controlCount === null || controlCents === null || busy) return;
    onCounted({ controlCount, controlCents });
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
        <div className="money-form__pair">
          <TextField
            label="How many"
            data-autofocus
            className="figures"
            inputMode="numeric"
            autoComplete="off"
            value={countText}
            error={tried && controlCount === null ? 'Type how many there are, such as 60.' : undefined}
            onChange={(event) => setCountText(event.target.value)}
          />
          <TextField
            label="What they come to"
            className="figures"
            inputMode="decimal"
            autoComplete="off"
            value={totalText}
            error={
              tried && controlCents === null ? 'Type the total in dollars, such as 3,000.00.' : undefined
            }
            onChange={(event) => setTotalText(event.target.value)}
          />
        </div>
        {/* Enter in a field submits even where the form's button stands outside it. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {does}
        </button>
      </form>
    </Dialog>
  );
}
