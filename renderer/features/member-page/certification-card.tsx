import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { CertificationOnPage } from '../../../shared/domain/member-page.ts';
import type { Attention } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { StatusMark } from '../../components/status.tsx';
import { Trail } from '../../components/trail/trail.tsx';
import { timeSpan } from './timeline/span.ts';
import { Timeline } from './timeline/timeline.tsx';

const ATTENTION_WORDS: Readonly<Record<Attention, string>> = {
  'points-outstanding': 'Points outstanding',
  'audit-open': 'CCP audit open',
  'roll-blocked': 'Roll waits for a fee',
};

interface CertificationCardProps {
  readonly memberNo: string;
  readonly certification: CertificationOnPage;
  readonly explained: boolean;
  readonly onExplain: (explained: boolean) => void;
}

/** One certification: where it stands in a sentence, its fees and cycles as a drawing, and why. */
export function CertificationCard({ memberNo, certification, explained, onExplain }: CertificationCardProps) {
  const id = useId();
  const { standing } = certification;
  const [whole, setWhole] = useState(false);
  const span = timeSpan(certification, standing.asOf, whole);
  return (
    <section className="certification" aria-labelledby={`${id}-title`}>
      <header className="certification__header">
        <h2 id={`${id}-title`}>
          {certification.code}
          <span className="certification__name"> {certification.name}</span>
        </h2>
        <span className="certification__about">{about(certification)}</span>
        <span className="certification__marks">
          {standing.attention.map((one) => (
            <span key={one} className="certification__attention">
              {ATTENTION_WORDS[one]}
            </span>
          ))}
          <StatusMark status={standing.status} look="badge" />
        </span>
      </header>
      <div className="certification__line">
        <p className="certification__headline selectable">{certification.headline}</p>
        {span.foldedYears > 0 ? (
          <Button look="quiet" className="certification__earlier" onClick={() => setWhole(true)}>
            {`Show ${span.foldedYears} earlier ${span.foldedYears === 1 ? 'year' : 'years'}${span.foldedSettled ? ', all settled' : ''}`}
          </Button>
        ) : null}
        {standing.mustRecertify ? (
          <>
            <Button
              look="quiet"
              onClick={() => navigate(`/eligibility?code=${certification.code}&member=${memberNo}`)}
            >
              Which ways back fit?
            </Button>
            <Button onClick={() => navigate(`/recertification?start=${memberNo}:${certification.code}`)}>
              Start recertification
            </Button>
          </>
        ) : null}
        <Button
          look="quiet"
          icon={explained ? ChevronDown : ChevronRight}
          className="certification__why"
          aria-expanded={explained}
          aria-controls={explained ? `${id}-trail` : undefined}
          onClick={() => onExplain(!explained)}
        >
          Why?<span className="visually-hidden"> {certification.code}</span>
        </Button>
      </div>
      <Timeline certification={certification} span={span} />
      {explained ? <Trail id={`${id}-trail`} code={certification.code} reasons={standing.reasons} /> : null}
    </section>
  );
}

function about({ certifiedOn, recertifiedOn, certificateNo }: CertificationOnPage): string {
  return [
    `certified ${displayDate(certifiedOn)}`,
    recertifiedOn === null ? '' : `recertified ${displayDate(recertifiedOn)}`,
    certificateNo === null || certificateNo === '' ? '' : `certificate ${certificateNo}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
