import type { LucideIcon } from 'lucide-react';
import { useAct } from '../../api/use-act.ts';
import { saySaved } from '../../app/papers/paper-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { sayError } from '../../components/toast.tsx';

interface SaveRetentionFileProps {
  readonly text: string;
  readonly icon: LucideIcon;
  /** What the file is called unless it is asked otherwise. */
  readonly name: string;
  /** Whose certificate it is; null = the whole log. */
  readonly destruction: number | null;
}

/** Asks where the log or a certificate is to go, has it written there and says so. */
export function SaveRetentionFile({ text, icon, name, destruction }: SaveRetentionFileProps) {
  const choose = useAct('retention.chooseTarget');
  const log = useAct('retention.writeLog');
  const certificate = useAct('retention.printCertificate');
  const write = (file: string | null) => {
    if (file === null) return;
    const then = { onSuccess: () => saySaved(file), onError: sayError };
    if (destruction === null) log.mutate({ file }, then);
    else certificate.mutate({ destruction, file }, then);
  };
  return (
    <Button
      icon={icon}
      busy={choose.isPending || log.isPending || certificate.isPending}
      onClick={() => choose.mutate({ name }, { onSuccess: write, onError: sayError })}
    >
      {text}
    </Button>
  );
}
