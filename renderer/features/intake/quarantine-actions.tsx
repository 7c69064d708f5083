import { Download, RotateCcw } from 'lucide-react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** What can be done with a document that cannot be read: `t` tries again, `s` saves a copy that another program may open. */
export function QuarantineActions({ part }: { readonly part: IntakePart }) {
  const again = useJob('intake.readAgain');
  const save = useAct('intake.saveCopy');
  const retry = () => {
    if (!again.running) void again.start({ part: part.part });
  };
  const copy = () =>
    save.mutate(
      { sha256: part.sha256, name: part.name },
      {
        onSuccess: (file) => (file === null ? undefined : sayDone(`Saved: ${file}`)),
        onError: sayError,
      },
    );
  useKeys('Quarantine', [
    { keys: 't', does: 'Try to read it again', run: retry },
    { keys: 's', does: 'Save a copy of it', run: copy },
  ]);
  return (
    <>
      {again.error === null ? null : <ErrorBanner error={again.error} />}
      {again.result?.[0]?.state === 'quarantined' ? (
        <Banner kind="info">It still cannot be read.</Banner>
      ) : null}
      <div className="buttons">
        <Button icon={RotateCcw} busy={again.running} onClick={retry}>
          Try again (t)
        </Button>
        <Button icon={Download} onClick={copy}>
          Save a copy… (s)
        </Button>
      </div>
    </>
  );
}
