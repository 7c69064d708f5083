import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { readSheetList, sheetListText } from '../../../shared/domain/sheet-ranges.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';

/** Sheets of a run that wait for their reprint, in order. */
export function waitingSheets({ spoiled }: Pick<RunSummary, 'spoiled'>): readonly number[] {
  return spoiled.filter(({ reprintedAt }) => reprintedAt === null).map(({ sheet }) => sheet);
}

/** The spoiled sheets that wait, and the button that prints exactly those again. */
export function SpoiledWaiting({ run }: { readonly run: RunSummary }) {
  const printing = useJob('renewals.print');
  const waiting = waitingSheets(run);
  const [asked, setAsked] = useState(false);
  const done = printing.result;
  useEffect(() => {
    if (done !== null && asked) navigate(`/renewals?run=${run.run}&sheets=spoiled`);
  }, [done, asked, run.run]);
  if (waiting.length === 0) return null;
  if (printing.running) return <Working title="Reprinting" job={printing.job} onCancel={printing.cancel} />;
  const words = waiting.length === 1 ? 'the spoiled sheet' : `the ${waiting.length} spoiled sheets`;
  return (
    <>
      {printing.error === null ? null : <ErrorBanner error={printing.error} />}
      <p className="soft figures">
        Spoiled, and still to be reprinted: {sheetListText(waiting).replaceAll(',', ', ')}. The run is not
        complete without {waiting.length === 1 ? 'it' : 'them'}.
      </p>
      <div className="buttons">
        <Button
          look="primary"
          icon={Printer}
          onClick={() => {
            setAsked(true);
            void printing.start({ run: run.run, from: null, to: null, spoiled: true });
          }}
        >
          {`Reprint ${words}`}
        </Button>
      </div>
    </>
  );
}

interface SpoilDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

/** Marks sheets as spoiled. */
export function SpoilDialog({ run, onClose }: SpoilDialogProps) {
  const [sheets, setSheets] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const mark = useAct('renewals.markSpoiled');
  const read = readSheetList(sheets, run.toPrint);
  const wrong = tried && 'wrong' in read ? read.wrong : undefined;
  const noReason = tried && reason.trim() === '' ? 'Say what happened to them.' : undefined;
  const submit = () => {
    setTried(true);
    if ('wrong' in read || reason.trim() === '' || mark.isPending) return;
    mark.mutate(
      { run: run.run, sheets, reason },
      {
        onSuccess: () => {
          sayDone(`Marked as spoiled: ${sheetListText(read.sheets).replaceAll(',', ', ')}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Spoiled sheets"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" busy={mark.isPending} onClick={submit}>
            Mark as spoiled
          </Button>
        </>
      }
    >
      <form
        className="reprint"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="soft">
          What the printer or the folding machine ate waits for its reprint; the run cannot be marked as
          mailed before.
        </p>
        {mark.error === null ? null : <ErrorBanner error={toErrorShape(mark.error)} />}
        <TextField
          label="Sheets"
          hint={`Of 1 to ${run.toPrint.toLocaleString('en-US')}, such as 12, 15-17.`}
          data-autofocus
          value={sheets}
          error={wrong}
          onChange={(event) => setSheets(event.target.value)}
        />
        <TextField
          label="What happened"
          placeholder="Jammed in the folder"
          value={reason}
          error={noReason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}
