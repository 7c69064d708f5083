import type { ReactNode } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import type { RunPart } from '../../../shared/util/run-file.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import type { SheetRange } from './sheet-range.ts';

interface PdfActionsProps {
  readonly run: Pick<RunSummary, 'run'>;
  /** null = the whole run. */
  readonly range: SheetRange | null;
  /** What was printed beside the sheets, where that is meant. */
  readonly part?: RunPart;
  /** What else stands in front of them. */
  readonly children?: ReactNode;
}

/** Where a printed PDF may go: into a file of one's own, or to a printer. */
export function PdfActions({ run, range, part, children }: PdfActionsProps) {
  const save = useAct('renewals.savePdf');
  const send = useAct('renewals.sendToPrinter');
  const which = {
    run: run.run,
    from: range?.from ?? null,
    to: range?.to ?? null,
    ...(part === undefined ? {} : { part }),
  };
  return (
    <>
      {children}
      <Button
        busy={save.isPending}
        onClick={() =>
          save.mutate(which, {
            onSuccess: (saved) => {
              if (saved === null) return;
              sayDone(`Saved as ${saved.file}.`, {
                text: 'Show the file',
                run: () => void ask('shell.showFile', { file: saved.file }).catch(sayError),
              });
            },
            onError: sayError,
          })
        }
      >
        Save as…
      </Button>
      <Button
        busy={send.isPending}
        onClick={() =>
          send.mutate(which, {
            onSuccess: ({ sent }) => {
              if (sent) sayDone('Sent to the printer. Print at 100 %, so that addresses meet the window.');
            },
            onError: sayError,
          })
        }
      >
        Send to printer…
      </Button>
    </>
  );
}
