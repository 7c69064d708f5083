import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TrialFilter, TrialRow, TrialSort } from '../../../shared/domain/what-if.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { useJob } from '../../api/use-job.ts';
import { useRows } from '../../api/use-rows.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorBanner } from '../../components/notices.tsx';
import { sayError } from '../../components/toast.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import type { TableSort } from '../../tables/types.ts';
import { useDataTable } from '../../tables/use-data-table.ts';
import { TRIAL_COLUMNS } from './trial-columns.tsx';
import { TrialPerson } from './trial-person.tsx';

interface TrialListProps {
  /** The job that made the trial. */
  readonly trial: string;
  readonly filter: TrialFilter;
}

/** Exactly whom a trial found, page by page, with the way to export them. */
export function TrialList({ trial, filter }: TrialListProps) {
  const [sort, setSort] = useState<TableSort<TrialSort>>({ by: 'name', descending: false });
  const question = useMemo(() => ({ trial, filter, sort }), [trial, filter, sort]);
  const [open, setOpen] = useState<TrialRow | null>(null);
  const source = useRows('whatIf.rows', question);
  const exporting = useJob('whatIf.export');
  const model = useDataTable({
    id: 'what-if',
    label: 'Whose standing would change',
    columns: TRIAL_COLUMNS,
    source,
    rowId: (row) => `${row.memberNo} ${row.code}`,
    rowName: (row) => row.memberName,
    sort,
    onSort: setSort,
    onOpen: setOpen,
    question: JSON.stringify(question),
  });
  const exportList = async () => {
    try {
      const file = await ask('whatIf.chooseTarget', undefined);
      if (file !== null) await exporting.start({ ...question, file });
    } catch (error) {
      sayError(toErrorShape(error));
    }
  };
  return (
    <>
      {exporting.error === null ? null : <ErrorBanner error={exporting.error} />}
      <div className="trial__table">
        <DataTable model={model} empty={<EmptyState title="Nobody is in this list." />} />
      </div>
      <div className="buttons">
        <ColumnMenu model={model} />
        <Button
          icon={Download}
          busy={exporting.running}
          disabled={source.total === 0}
          onClick={() => void exportList()}
        >
          Export this list…
        </Button>
      </div>
      {open === null ? null : <TrialPerson row={open} onClose={() => setOpen(null)} />}
    </>
  );
}
