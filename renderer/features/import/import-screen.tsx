import { FilePlus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useDroppedFiles } from '../../app/use-dropped-files.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Screen } from '../../components/screen.tsx';
import { sayError } from '../../components/toast.tsx';
import { AllDone } from './all-done.tsx';
import { FileDetail } from './file-detail.tsx';
import { addFiles, useQueue } from './import-desk.ts';
import { NoFiles } from './no-files.tsx';
import { inOrder, turnOf } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import './import.css';

/** Import: hand files over, see what was recognised and what an import would do, then import; file by file in the right order. */
export function ImportScreen() {
  const files = inOrder(useQueue());
  const [chosenId, setChosenId] = useState<number | null>(null);
  const choosing = useAct('import.chooseFiles');
  const take = (paths: readonly string[]) => {
    setChosenId(null);
    void addFiles(paths);
  };
  const [stableTake] = useState(() => take);
  const over = useDroppedFiles(stableTake);
  const choose = () => choosing.mutate(undefined, { onSuccess: take, onError: sayError });
  useKeys('Import', [{ keys: 'mod+o', does: 'Choose files', run: choose }]);

  const turn = turnOf(files);
  const shown = files.find(({ id }) => id === chosenId) ?? turn;
  return (
    <Screen
      title="Import"
      about={files.length === 0 ? undefined : 'Nothing is written before you press Import.'}
      actions={
        files.length === 0 ? undefined : (
          <Button icon={FilePlus} onClick={choose} busy={choosing.isPending}>
            Add files…
          </Button>
        )
      }
    >
      {files.length === 0 ? (
        <NoFiles onChoose={choose} choosing={choosing.isPending} />
      ) : (
        <div className="import">
          <QueueList files={files} shown={shown?.id ?? null} onShow={setChosenId} />
          <div className="import__main">
            {shown === null ? (
              files.every(({ state }) => state !== 'looking') && <AllDone files={files} />
            ) : (
              <FileDetail
                key={shown.id}
                file={shown}
                onNext={() => setChosenId(null)}
                // Its result is to be read before the next file takes its place.
                onImport={() => setChosenId(shown.id)}
                hasNext={turn !== null}
              />
            )}
          </div>
        </div>
      )}
      {over ? (
        <div className="drop-here" aria-hidden="true">
          <p>Drop the files anywhere</p>
        </div>
      ) : null}
    </Screen>
  );
}
