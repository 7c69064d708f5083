import type { ComponentType } from 'react';
import { displayMonth } from '../../../shared/util/dates.ts';
import { type RunPart, runFileName } from '../../../shared/util/run-file.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { PartScreen } from './part-screen.tsx';
import { PdfActions } from './pdf-actions.tsx';
import type { SheetViewerProps } from './renewals-screen.tsx';
import { rangeWords, type SheetRange } from './sheet-range.ts';
import { usePrinting } from './use-run-job.ts';

interface SheetsScreenProps {
  readonly run: string;
  readonly sheets: 'all' | RunPart | SheetRange;
  readonly Viewer: ComponentType<SheetViewerProps>;
}

/** What was printed of a run as it is on paper: its sheets, or what lies beside them. */
export function SheetsScreen({ sheets, ...props }: SheetsScreenProps) {
  if (sheets === 'spoiled' || sheets === 'cover' || sheets === 'labels')
    return <PartScreen {...props} part={sheets} />;
  return <RunSheets {...props} sheets={sheets} />;
}

function RunSheets({ run: id, sheets, Viewer }: SheetsScreenProps & { readonly sheets: 'all' | SheetRange }) {
  const run = useAsk('renewals.run', { run: id });
  const range = sheets === 'all' ? null : sheets;
  const printing = usePrinting(id, range);
  const close = () => navigate(`/renewals?run=${id}`);
  if (run.error !== null) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />;
  if (run.data === undefined || run.data === null) return null;
  const { toPrint, pdfSha256, prints } = run.data;
  const { from, to } = range ?? { from: 1, to: toPrint };
  const print = prints.findLast(
    (one) => one.sheets === null && one.firstSheet === from && one.lastSheet === to,
  );
  return (
    <Viewer
      // Another print is another file under the same address.
      key={`${pdfSha256 ?? ''} ${run.data.prints.length}`}
      address={`/runs/${id}/${runFileName(id, range?.from ?? null, range?.to ?? null)}`}
      title={`${displayMonth(id)}, run ${id}${range === null ? '' : `, ${rangeWords(range)}`}`}
      firstSheet={range?.from ?? 1}
      backs={print?.duplex ?? false}
      pages={run.data.pagesBySheet}
      sheets={toPrint}
      actions={<PdfActions run={run.data} range={range} />}
      remedy={
        printing.running ? (
          <Working title="Printing" job={printing.job} onCancel={printing.cancel} />
        ) : (
          <Button
            look="primary"
            onClick={() => void printing.start({ run: id, from: range?.from ?? null, to: range?.to ?? null })}
          >
            {`Print ${range === null ? `all ${toPrint.toLocaleString('en-US')} sheets` : rangeWords(range)}`}
          </Button>
        )
      }
      onClose={close}
    />
  );
}
