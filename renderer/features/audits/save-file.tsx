import type { LucideIcon } from 'lucide-react';
import type { StandingError } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { saySaved } from '../../app/papers/paper-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { sayError } from '../../components/toast.tsx';

interface SaveFileProps {
  readonly text: string;
  readonly icon: LucideIcon;
  /** What the file is called unless it is asked otherwise; its ending says what it is. */
  readonly name: string;
  readonly writing: boolean;
  readonly onFile: (
    file: string,
    then: { readonly onSuccess: () => void; readonly onError: (error: StandingError) => void },
  ) => void;
}

/** Asks where a file is to go, has it written there and says so. */
export function SaveFile({ text, icon, name, writing, onFile }: SaveFileProps) {
  const choose = useAct('audits.chooseTarget');
  return (
    <Button
      icon={icon}
      busy={choose.isPending || writing}
      onClick={() =>
        choose.mutate(
          { name },
          {
            onSuccess: (file) => {
              if (file !== null) onFile(file, { onSuccess: () => saySaved(file), onError: sayError });
            },
            onError: sayError,
          },
        )
      }
    >
      {text}
    </Button>
  );
}
