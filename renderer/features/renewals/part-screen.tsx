import type { ComponentType } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { readSheetList } from '../../../shared/domain/sheet-ranges.ts';
import { type RunPart, runPartName } from '../../../shared/util/run-file.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { ErrorState } from '../../components/notices.tsx';
import { PdfActions } from './pdf-actions.tsx';
import type { SheetViewerProps } from './renewals-screen.tsx';

interface PartScreenProps {
  readonly run: string;
  readonly part: RunPart;
  readonly Viewer: ComponentType<SheetViewerProps>;
}

const TITLES: Readonly<Record<RunPart, string>> = {
  spoiled: 'spoiled sheets, reprinted',
  cover: 'cover sheet',
  labels: 'address labels',
};

/** What was printed of a run beside its sheets in a row: the reprint of the spoiled ones, the cover sheet, labels. */
export function PartScreen({ run: id, part, Viewer }: PartScreenProps) {
  const run = useAsk('renewals.run', { run: id });
  if (run.error !== null) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />;
  if (run.data === undefined || run.data === null) return null;
  const print = part === 'spoiled' ? reprintOfSpoiled(run.data) : undefined;
  return (
    <Viewer
      key={`${part} ${run.data.prints.length}`}
      address={
        print === undefined ? `/runs/${id}/${runPartName(id, part)}` : `/documents/${print.sha256}.pdf`
      }
      title={`Run ${id}, ${TITLES[part]}`}
      firstSheet={print?.firstSheet ?? 1}
      list={print === undefined ? null : print.list}
      backs={print?.duplex ?? false}
      pages={print === undefined ? null : run.data.pagesBySheet}
      sheets={print === undefined ? 1 : run.data.toPrint}
      actions={<PdfActions run={run.data} range={null} part={part} />}
      remedy={null}
      onClose={() => navigate(`/renewals?run=${id}`)}
    />
  );
}

/** The newest print that settled spoiled sheets, with its sheets. */
function reprintOfSpoiled({ prints, spoiled, toPrint }: RunSummary) {
  const times = new Set(spoiled.map(({ reprintedAt }) => reprintedAt));
  const print = prints.findLast(({ printedAt, kept }) => kept && times.has(printedAt));
  if (print === undefined) return undefined;
  const read = print.sheets === null ? null : readSheetList(print.sheets, toPrint);
  return { ...print, list: read !== null && 'sheets' in read ? read.sheets : null };
}
