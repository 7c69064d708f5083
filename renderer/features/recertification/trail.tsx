import { HOLD_TEXTS } from '../../../shared/domain/badges.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { RECERTIFICATION_WORDS } from '../../../shared/domain/recertification-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { Card } from '../../components/screen.tsx';
import { BADGE_STEP_WORDS, PAPER_WORDS } from './words.ts';

/** What was done with an application, by whom and why, and what was given out: newest first. */
export function ApplicationTrail({ view }: { readonly view: ApplicationView }) {
  const { steps, attempts, papers, badge, application } = view;
  return (
    <>
      <Card title="Trail">
        {steps.length === 0 ? (
          <p className="soft">Its steps were taken before they were kept here.</p>
        ) : (
          <ol className="trail-steps">
            {steps.toReversed().map((step) => (
              <li key={`${step.at} ${step.to} ${step.from ?? ''}`}>
                <p>
                  <strong>{RECERTIFICATION_WORDS[step.to]}</strong>{' '}
                  <span className="soft">
                    {displayDate(step.on)}, {step.actor}
                  </span>
                </p>
                {step.reason === '' ? null : <p className="soft selectable">{step.reason}</p>}
              </li>
            ))}
          </ol>
        )}
      </Card>
      {attempts.length === 0 ? null : (
        <Card title="Exams">
          <ol className="trail-steps">
            {attempts.map(({ number, examOn, place, outcome }) => (
              <li key={number}>
                <strong>Attempt {number}</strong>{' '}
                <span className="soft">
                  {displayDate(examOn)}
                  {place === '' ? '' : `, ${place}`}: {outcome ?? 'to come'}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {badge === null ? null : (
        <Card title="Badge">
          <p>
            Asked for on {displayDate(badge.requestedOn)}: {BADGE_STEP_WORDS[badge.step]}.{' '}
            {badge.hold === null ? '' : HOLD_TEXTS[badge.hold]}
          </p>
          <p className="trail-steps">
            <Link to="/badges">All badges</Link>
          </p>
        </Card>
      )}
      {papers.length === 0 ? null : (
        <Card title="Papers">
          <ul className="trail-steps">
            {papers.map(({ kind, sha256, issuedOn, letterVersion }) => (
              <li key={`${kind} ${sha256}`}>
                <Link to={`/recertification/${application}?paper=${sha256}`}>{PAPER_WORDS[kind]}</Link>{' '}
                <span className="soft">
                  {displayDate(issuedOn)}
                  {letterVersion === null ? '' : `, version ${letterVersion} of the letter`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
