import { Download } from 'lucide-react';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import type { QueuedFile } from './queue.ts';

/** Saves the rejected rows as a CSV file to correct: the file's own columns and the reason. */
export function SaveBadRows({ file }: { readonly file: QueuedFile }) {
  const save = useAct('import.saveErrors');
  const { job } = file;
  if (job === null) return null;
  return (
    <Button
      icon={Download}
      busy={save.isPending}
      onClick={() =>
        save.mutate(
          { job },
          {
            onSuccess: (saved) => {
              if (saved === null) return;
              sayDone(`Saved as ${saved.file}. Correct it and import it again.`, {
                text: 'Show the file',
                run: () => void ask('shell.showFile', { file: saved.file }).catch(sayError),
              });
            },
            onError: sayError,
          },
        )
      }
    >
      Save the bad rows as CSV…
    </Button>
  );
}
