import { Folder } from 'lucide-react';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { sayError } from '../../components/toast.tsx';

interface FolderQuestionProps {
  /** null = the usual one. */
  readonly folder: string | null;
  /** Where it goes unless another is chosen. */
  readonly usual: string;
  readonly onChange: (folder: string | null) => void;
}

/** The second question: in which folder the office is kept. */
export function FolderQuestion({ folder, usual, onChange }: FolderQuestionProps) {
  const choose = useAct('office.chooseFolder');
  return (
    <fieldset className="question">
      <legend className="question__title">Where should it be kept?</legend>
      <div className="folder">
        <Folder size={16} strokeWidth={1.75} aria-hidden />
        <span className="folder__path selectable">{folder ?? usual}</span>
        <Button
          busy={choose.isPending}
          onClick={() =>
            choose.mutate(
              { purpose: 'new' },
              { onSuccess: (chosen) => onChange(chosen ?? folder), onError: sayError },
            )
          }
        >
          Choose another folder…
        </Button>
        {folder === null ? null : (
          <Button look="quiet" onClick={() => onChange(null)}>
            Use the usual one
          </Button>
        )}
      </div>
      <p className="faint">Everything stays on this computer. Copying the closed folder copies the office.</p>
    </fieldset>
  );
}
