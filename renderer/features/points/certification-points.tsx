import type { MemberActivity, PointsOfCertification } from '../../../shared/domain/points.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { CycleWindow } from './cycle-window.tsx';
import { CATEGORY_WORDS } from './words.ts';

interface CertificationPointsProps {
  readonly certification: PointsOfCertification;
  readonly activities: readonly MemberActivity[];
  readonly asOf: string;
}

/** A certification's open cycle: what counts, what is outstanding, how many days are left, and its activities drawn on its three years. */
export function CertificationPoints({ certification, activities, asOf }: CertificationPointsProps) {
  const { code, counted, required, categories } = certification;
  const used = categories.filter((category) => category.counted > 0);
  return (
    <section className="cycle-points" aria-label={`Points of ${code}`}>
      <header className="cycle-points__head">
        <h3>{code}</h3>
        <p className="figures">
          <strong>
            {counted} of {required}
          </strong>{' '}
          {stateWords(certification)}
        </p>
        <p className="soft figures cycle-points__left">{leftWords(certification)}</p>
      </header>
      <CycleWindow certification={certification} activities={activities} asOf={asOf} />
      {used.length === 0 ? null : (
        <ul className="cycle-points__categories figures">
          {used.map((category) => (
            <li key={category.category}>
              {CATEGORY_WORDS[category.category]} <strong>{category.counted}</strong>
              <span className="soft">
                {' '}
                of at most {category.cap}
                {category.capConfirmed ? '' : ' (? not confirmed)'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function stateWords({ bound, attested, attestation, outstanding }: PointsOfCertification): string {
  if (!bound) return 'points: CCP is voluntary for it';
  if (attested)
    return `points, attested${attestation === null ? '' : ` on ${displayDate(attestation.attestedOn)}`}`;
  return outstanding === 0 ? 'points: the cycle has what it needs' : `points, ${outstanding} outstanding`;
}

function leftWords({ daysLeft, cycleEnd }: PointsOfCertification): string {
  const days = Math.abs(daysLeft).toLocaleString('en-US');
  const unit = Math.abs(daysLeft) === 1 ? 'day' : 'days';
  return daysLeft < 0
    ? `ended ${days} ${unit} ago, on ${displayDate(cycleEnd)}`
    : `${days} ${unit} left, to ${displayDate(cycleEnd)}`;
}
