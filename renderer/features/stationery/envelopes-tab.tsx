import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';
import { PrinterCard } from './printer-card.tsx';
import { TapCard } from './tap-card.tsx';
import './stationery.css';

/** Which envelope notices go out in, what its windows show, and how the printer is set right. */
export function EnvelopesTab() {
  const view = useAsk('stationery.view', undefined);
  const choose = useAct('stationery.chooseEnvelope');
  const [picked, setPicked] = useState<string | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  if (view.error !== null) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (view.data === undefined) return <Skeleton width="100%" height="320px" />;
  const { stationery, envelopes, printer } = view.data;
  const notices = envelopes.filter(({ use }) => use === 'notice');
  const pick = (id: string, name: string) => {
    setLooked(null);
    setPicked(id);
    choose.mutate(
      { id },
      {
        onSuccess: () => sayDone(`Runs prepared from now on go into ${name}.`),
        onError: () => setPicked(null),
      },
    );
  };
  return (
    <div className="envelopes">
      <Card title="Envelope for notices">
        {choose.error === null ? null : <ErrorBanner error={choose.error} />}
        <fieldset className="envelopes__choice">
          <legend className="visually-hidden">Envelope for notices</legend>
          {notices.map(({ id, name }) => (
            <label key={id} className="envelopes__one">
              <input
                type="radio"
                name="envelope"
                checked={id === (picked ?? stationery.envelope)}
                onChange={() => pick(id, name)}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <p className="field__hint">
          Runs that are prepared already keep the envelope they were prepared for.
        </p>
      </Card>
      <TapCard envelope={looked ?? stationery.envelope} envelopes={notices} onEnvelope={setLooked} />
      <PrinterCard printer={printer} />
    </div>
  );
}
