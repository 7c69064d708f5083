import type { FactChange, PreviewOfCertification } from '../../../shared/domain/cycles.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorBanner, Skeleton } from '../notices.tsx';
import { StatusMark } from '../status.tsx';
import { CYCLE_WORDS } from './cycle-words.ts';
import './standing-preview.css';

interface StandingPreviewProps {
  readonly memberNo: string;
  /** null: nothing to look at yet. */
  readonly change: FactChange | null;
}

/** What a correction would change in each standing and cycle, by the very rules, before it is saved. */
export function StandingPreview({ memberNo, change }: StandingPreviewProps) {
  const preview = useAsk(
    'cycles.preview',
    { memberNo, change: change ?? { kind: 'payment-undone', payment: 1 } },
    { enabled: change !== null, keepPrevious: true },
  );
  if (change === null) return <p className="soft">Type what is right, to see what it would change.</p>;
  if (preview.error !== null) return <ErrorBanner error={preview.error} />;
  if (preview.data === undefined) return <Skeleton height="64px" />;
  return (
    <section className="standing-preview" aria-label="What this would change" aria-live="polite">
      <p className="standing-preview__what">{preview.data.what}.</p>
      {preview.data.certifications.map((one) => (
        <Certification key={one.code} preview={one} />
      ))}
    </section>
  );
}

function Certification({ preview }: { readonly preview: PreviewOfCertification }) {
  const { code, before, after, differences, cycles, unsupported } = preview;
  const idle = differences.length === 0 && cycles.length === 0;
  return (
    <div className="standing-preview__one">
      <p>
        <StatusMark status={before.status} of={code} />
        {before.status === after.status ? null : (
          <>
            {' → '}
            <StatusMark status={after.status} of={code} />
          </>
        )}
        {idle ? <span className="soft"> nothing would change</span> : null}
      </p>
      {idle ? null : (
        <ul>
          {differences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {cycles.map(({ start, end, before: was, after: is }) => (
            <li key={`${start} ${end}`} className="figures">
              Cycle {displayDate(start)} to {displayDate(end)}: {stateOf(was)} → {stateOf(is)}
            </li>
          ))}
          {unsupported.map(({ start, end }) => (
            <li key={`kept ${start}`}>
              <strong>
                The cycle {displayDate(start)} to {displayDate(end)} stays rolled on record
              </strong>{' '}
              and goes on the worklist “Rolls in doubt”.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function stateOf(cycle: PreviewOfCertification['cycles'][number]['before']): string {
  if (cycle === null) return 'none';
  return `${CYCLE_WORDS[cycle.state].toLowerCase()}, ${cycle.counted} ${cycle.counted === 1 ? 'point' : 'points'}`;
}
