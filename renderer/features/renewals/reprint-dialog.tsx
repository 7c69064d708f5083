import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { Prints } from './prints.tsx';
import { rangeWords, readRange, type SheetRange } from './sheet-range.ts';

interface ReprintDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

/** Prints some sheets again, exactly as they were in the run; then shows them. */
export function ReprintDialog({ run, onClose }: ReprintDialogProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState<SheetRange | null>(null);
  const [pressed, setPressed] = useState(false);
  const printing = useJob('renewals.print');
  const read = readRange(from, to, run.toPrint);
  const wrong = pressed && 'wrong' in read ? read : null;
  const done = printing.result;

  useEffect(() => {
    if (done === null || asked === null) return;
    onClose();
    navigate(`/renewals?run=${run.run}&sheets=${asked.from}-${asked.to}`);
  }, [done, asked, onClose, run.run]);

  const print = () => {
    setPressed(true);
    if (!('range' in read)) return;
    setAsked(read.range);
    void printing.start({ run: run.run, ...read.range });
  };

  return (
    <Dialog
      title="Reprint sheets"
      onClose={onClose}
      footer={
        printing.running ? (
          <Button onClick={onClose}>Go on in the background</Button>
        ) : (
          <>
            <Button onClick={onClose}>Close</Button>
            <Button look="primary" icon={Printer} onClick={print}>
              {'range' in read ? `Reprint ${rangeWords(read.range)}` : 'Reprint'}
            </Button>
          </>
        )
      }
    >
      <form
        className="reprint"
        onSubmit={(event) => {
          event.preventDefault();
          print();
        }}
      >
        <p className="soft">
          The number of a sheet stands at its top, “Sheet 17 of {run.toPrint.toLocaleString('en-US')}”. What
          is printed again is the very same sheet.
        </p>
        {printing.error === null ? null : <ErrorBanner error={printing.error} />}
        {printing.running ? (
          <Working title="Printing" job={printing.job} onCancel={printing.cancel} />
        ) : (
          <div className="reprint__fields">
            <TextField
              label="From sheet"
              inputMode="numeric"
              data-autofocus
              value={from}
              error={wrong?.field === 'from' ? wrong.wrong : undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              label="To sheet"
              inputMode="numeric"
              placeholder={from === '' ? '' : 'the same'}
              value={to}
              error={wrong?.field === 'to' ? wrong.wrong : undefined}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
        )}
        {/* Enter in a field prints. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        <Prints run={run} />
      </form>
    </Dialog>
  );
}
