import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Checkbox } from '../../components/field.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** Whether words are looked for in scans and photos. */
export function RecognitionCard() {
  const on = useAsk('intake.recognition', undefined);
  const save = useAct('intake.saveRecognition');
  if (on.error !== null) return <ErrorState error={on.error} onRetry={() => void on.refetch()} />;
  if (on.data === undefined) return <Skeleton height="120px" />;
  return (
    <Card title="Words on scans and photos">
      <Checkbox
        label="Read the words on pages that are shown"
        checked={on.data}
        disabled={save.isPending}
        onChange={(event) =>
          save.mutate(
            { on: event.target.checked },
            {
              onSuccess: (now) =>
                sayDone(now ? 'Words on scans are read from now on.' : 'Words on scans are no longer read.'),
              onError: (error) => sayError(toErrorShape(error)),
            },
          )
        }
      />
      <p className="soft">
        Name, date, hours and provider are proposed to the reviewer, and what looks like a card number is
        covered. It is done on this computer, in English; nothing of it is kept or sent anywhere, and it
        decides nothing. Without it, a card number on a scan stays in sight; in a PDF with text of its own it
        is covered either way.
      </p>
    </Card>
  );
}
