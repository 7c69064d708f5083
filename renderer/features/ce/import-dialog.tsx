import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { CE_FIELDS } from '../../../shared/domain/ce.ts';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';

/** Takes a provider's list in: first what it would do, then doing it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<string | null>(null);
  const choose = useAct('ce.chooseFile');
  const preview = useJob('ce.import');
  const taking = useJob('ce.import');
  const look = () =>
    choose.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen === null) return;
        setFile(chosen);
        taking.reset();
        void preview.start({ file: chosen, dryRun: true, skipBadRows: false });
      },
      onError: sayError,
    });
  const foreseen = preview.result;
  const news = foreseen === null ? 0 : foreseen.added + foreseen.updated;
  const take = () => {
    if (file === null || foreseen === null) return;
    void taking.start({ file, dryRun: false, skipBadRows: foreseen.rejected.length > 0 });
  };
  const taken = taking.result;
  const error = preview.error ?? taking.error;
  return (
    <Dialog
      title="Import offerings"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {news === 0 || taken !== null ? null : (
            <Button look="primary" busy={taking.running} onClick={take}>
              {foreseen !== null && foreseen.rejected.length > 0
                ? `Take in the ${news.toLocaleString('en-US')} good rows`
                : `Take in ${news.toLocaleString('en-US')} offerings`}
            </Button>
          )}
        </>
      }
    >
      <div className="ce-form">
        <p className="soft">
          A CSV file with the columns {CE_FIELDS.map(({ id }) => id).join(', ')}. The same file twice changes
          nothing; a changed price holds from price_from, else from today.
        </p>
        <div className="buttons">
          <Button icon={FileInput} data-autofocus busy={choose.isPending || preview.running} onClick={look}>
            {file === null ? 'Choose the file…' : 'Choose another…'}
          </Button>
        </div>
        {error === null ? null : <ErrorBanner error={error} />}
        {preview.running ? (
          <Working title="Reading the file" job={preview.job} onCancel={preview.cancel} />
        ) : null}
        {taken === null ? null : (
          <p role="status">
            {taken.added} added, {taken.updated} changed.
          </p>
        )}
        {foreseen === null || taken !== null ? null : (
          <div role="status">
            <p>
              {foreseen.rows} rows: {foreseen.added} would be added, {foreseen.updated} changed,{' '}
              {foreseen.unchanged} stay as they are.
            </p>
            {foreseen.rejected.length === 0 ? null : (
              <ul>
                {foreseen.rejected.slice(0, 20).map(({ row, column, message }) => (
                  <li key={row}>
                    Row {row}, {column}: {message}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}
