import { useState } from 'react';
import type { CertificationCycles, CycleDetail } from '../../../../shared/domain/cycles.ts';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorState, Skeleton } from '../../../components/notices.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { CycleCard } from './cycle-card.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import './cycles.css';

interface Reopening {
  readonly code: CertificationCycles['code'];
  readonly cycle: CycleDetail;
}

/** Every cycle of each certification, what is to be done first: where it stands, what counts, what was decided; and the way to correct a date. */
export function CyclesTab({ page }: { readonly page: MemberPage }) {
  const { memberNo } = page;
  const found = useAsk('cycles.ofMember', { memberNo });
  const [correcting, setCorrecting] = useState<CertificationCycles | null>(null);
  const [reopening, setReopening] = useState<Reopening | null>(null);
  if (found.error !== null) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton height="160px" />;
  return (
    <>
      {found.data.certifications.map((certification) => (
        <section key={certification.code} aria-labelledby={`cycles-${certification.code}`} className="cycles">
          <header className="cycles__head">
            <h3 id={`cycles-${certification.code}`}>
              {certification.code} · {sinceWords(certification)}
            </h3>
            <Button look="quiet" onClick={() => setCorrecting(certification)}>
              Correct a date…
            </Button>
          </header>
          <ol className="cycles__list">
            {certification.cycles.map((cycle) => (
              <CycleCard
                key={`${cycle.start} ${cycle.end}`}
                cycle={cycle}
                onReopen={() => setReopening({ code: certification.code, cycle })}
              />
            ))}
          </ol>
        </section>
      ))}
      {correcting === null ? null : (
        <CorrectDialog page={page} certification={correcting} onClose={() => setCorrecting(null)} />
      )}
      {reopening === null ? null : (
        <ReopenDialog memberNo={memberNo} {...reopening} onClose={() => setReopening(null)} />
      )}
    </>
  );
}

function sinceWords({ certifiedOn, recertifiedOn, boundByCcp }: CertificationCycles): string {
  const since =
    recertifiedOn === null
      ? `certified ${displayDate(certifiedOn)}`
      : `certified ${displayDate(certifiedOn)}, recertified ${displayDate(recertifiedOn)}`;
  return boundByCcp ? since : `${since}, CCP is voluntary`;
}
