import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card } from '../../components/screen.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { counted } from './badge-words.ts';
import { FileList } from './export-done.tsx';

const KINDS = { issue: 'New badges', correct: 'Corrections' } as const;

/** Every export so far; its very files can be written once more. */
export function ExportsList() {
  const exports = useAsk('badges.exports', undefined).data ?? [];
  const writing = useJob('badges.writeAgain');
  const folder = useAct('badges.chooseFolder');
  if (exports.length === 0) return null;
  const again = (number: number) =>
    folder.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen !== null) void writing.start({ export: number, folder: chosen });
      },
      onError: sayError,
    });
  return (
    <Card title="Exports">
      {writing.error === null ? null : <ErrorBanner error={writing.error} />}
      {writing.result === null ? null : (
        <div role="status">
          <FileList files={writing.result} />
        </div>
      )}
      <ScrollRegion label="Exports">
        <PlainTable
          label="Exports"
          rows={exports}
          rowKey={(row) => row.export}
          columns={[
            { header: 'No.', align: 'end', cell: (row) => row.export },
            { header: 'Written', cell: ({ exportedOn }) => shortDate(exportedOn) },
            { header: 'By', cell: ({ exportedBy }) => exportedBy },
            { header: 'What', cell: ({ kind }) => KINDS[kind] },
            {
              header: 'Files',
              wide: true,
              cell: ({ files }) =>
                `${counted(files.length, 'file')}, ${counted(
                  files.reduce((sum, { rows }) => sum + rows, 0),
                  'row',
                )}`,
            },
            {
              header: 'Again',
              cell: (row) => (
                <Button look="quiet" onClick={() => again(row.export)}>
                  Write files again…<span className="visually-hidden"> of export {row.export}</span>
                </Button>
              ),
            },
          ]}
        />
      </ScrollRegion>
    </Card>
  );
}
