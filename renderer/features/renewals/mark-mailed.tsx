import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** The day on which a printed run went to the post, and the button that notes it; what is said then offers Undo. */
export function MarkMailed({ run }: { readonly run: RunSummary }) {
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [counted, setCounted] = useState('');
  const [tried, setTried] = useState(false);
  const mark = useAct('renewals.markMailed');
  const on = typed ?? today;
  const wrong = isCalendarDate(on) ? undefined : 'Give the day it went to the post.';
  const count = (run.toPrint - run.pulled.length).toLocaleString('en-US');
  const sheets = counted.replaceAll(',', '').trim();
  const uncounted = /^\d{1,7}$/.test(sheets) ? undefined : 'Count the sheets that are handed over.';
  return (
    <form
      className="mark-mailed"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrong !== undefined || uncounted !== undefined || mark.isPending) return;
        mark.mutate(
          { run: run.run, on, count: Number(sheets) },
          {
            onSuccess: () =>
              sayDone(`${count} marked as mailed on ${displayDate(on)}.`, {
                text: 'Undo',
                run: () => void undo(run.run),
              }),
          },
        );
      }}
    >
      {run.pulled.length === 0 ? null : (
        <p>
          Take out before it goes:{' '}
          {run.pulled.map(({ sheet, reason }) => `sheet ${sheet} (${reason})`).join(', ')}.
        </p>
      )}
      {mark.error === null ? null : <ErrorBanner error={toErrorShape(mark.error)} />}
      <TextField
        label="Handed to the post on"
        type="date"
        value={on}
        min={run.printedOn ?? run.preparedOn}
        max={today}
        error={wrong}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextField
        label="Sheets counted"
        inputMode="numeric"
        autoComplete="off"
        value={counted}
        error={tried ? uncounted : undefined}
        onChange={(event) => setCounted(event.target.value)}
      />
      <Button type="submit" look="primary" icon={MailCheck} busy={mark.isPending}>
        {`Mark ${count} as mailed`}
      </Button>
    </form>
  );
}

async function undo(run: string): Promise<void> {
  try {
    await ask('renewals.unmarkMailed', { run });
    sayDone(`Run ${run} is no longer marked as mailed.`);
  } catch (error) {
    sayError(toErrorShape(error));
  }
}
