import { CircleCheck } from 'lucide-react';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { clearFiles } from './import-desk.ts';
import { rowsWords } from './import-words.ts';
import { goodRows, type QueuedFile } from './queue.ts';

/** When no file waits any more: what came of them, and where to go on. */
export function AllDone({ files }: { readonly files: readonly QueuedFile[] }) {
  const profile = useAsk('office.profile', undefined);
  const imported = files.filter(({ state }) => state === 'imported');
  const left = files.length - imported.length;
  const rows = imported.reduce((sum, { report }) => sum + (report === null ? 0 : goodRows(report)), 0);
  const rejected = imported.reduce((sum, { report }) => sum + (report?.rejectedCount ?? 0), 0);
  const unnamed = profile.data?.name === '';
  if (imported.length === 0)
    return (
      <div className="outcome" role="status">
        <h2 className="outcome__title">Nothing was imported.</h2>
        <p className="soft">Choose a file in the list to see why, or add others.</p>
      </div>
    );
  return (
    <div className="outcome" role="status">
      <h2 className="outcome__title figures">
        <CircleCheck size={18} aria-hidden className="outcome__done" />
        {`${rowsWords(rows)} of ${imported.length === 1 ? 'one file' : `${imported.length} files`} imported.`}
      </h2>
      {rejected === 0 ? null : (
        <p className="soft figures">
          {`${rowsWords(rejected)} could not be imported; choose a file in the list to see and save them.`}
        </p>
      )}
      {left === 0 ? null : (
        <p className="soft">{left === 1 ? 'One file was' : `${left} files were`} left out.</p>
      )}
      <p className="soft">
        Bringing the standings up to date invoices the month’s fees, rolls cycles and marks lapses; you see
        every change before it is made.
      </p>
      <div className="buttons">
        {unnamed ? (
          <>
            <Button look="primary" onClick={() => navigate('/settings?tab=office')}>
              Fill in the office’s name and address
            </Button>
            <Button onClick={() => navigate('/sweep')}>Bring standings up to date…</Button>
          </>
        ) : (
          <Button look="primary" onClick={() => navigate('/sweep')}>
            Bring standings up to date…
          </Button>
        )}
        <Button onClick={() => navigate('/members')}>Show the members</Button>
        <Button look="quiet" onClick={clearFiles}>
          Clear the list
        </Button>
      </div>
    </div>
  );
}
