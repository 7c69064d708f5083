import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';
import './intake.css';

/** How large a file may be that is taken in. */
export function LimitTab() {
  const state = useAsk('intake.state', undefined);
  const [typed, setTyped] = useState<string | null>(null);
  const save = useAct('intake.saveLimit');
  if (state.error !== null) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Skeleton height="140px" />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === null || save.isPending) return;
    save.mutate(
      { megabytes: Number(typed) },
      { onSuccess: (megabytes) => sayDone(`Files of up to ${megabytes} MB are taken in from now on.`) },
    );
  };
  return (
    <Card title="Documents that come in">
      <form className="intake-form" onSubmit={submit}>
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        <TextField
          label="Largest file, in megabytes"
          hint="A page scanned at 300 dpi in grey has about 1 MB."
          className="figures"
          inputMode="numeric"
          value={typed ?? String(state.data.limitMegabytes)}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="buttons">
          <Button type="submit" look="primary" busy={save.isPending}>
            Save the limit
          </Button>
        </div>
      </form>
    </Card>
  );
}
