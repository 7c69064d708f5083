import type { CaseView } from '../../../shared/domain/audit-case.ts';
import {
  AUDIT_LETTER_TITLES,
  type CaseLetter,
  isDecisionLetter,
} from '../../../shared/domain/audit-letters.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Banner } from '../../components/notices.tsx';
import { LETTER_STATE_WORDS } from './letter-words.ts';

/** The letter that the decision waits for; undefined where none is awaited. */
function awaited({ state, letters }: CaseView): CaseLetter | undefined {
  return state === 'letter-waiting' ? letters.findLast(({ kind }) => isDecisionLetter(kind)) : undefined;
}

/** What can be done while a decision waits for its letter. */
export function WaitingActions({
  view,
  onAsk,
}: {
  readonly view: CaseView;
  readonly onAsk: (what: 'withdraw' | 'declare') => void;
}) {
  const letter = awaited(view);
  if (letter === undefined) return null;
  return (
    <>
      <Button onClick={() => onAsk('withdraw')}>Withdraw the decision…</Button>
      {letter.state === 'held' || letter.state === 'failed' ? (
        <Button onClick={() => onAsk('declare')}>Declare it final…</Button>
      ) : null}
    </>
  );
}

/** That the notice did not go out; or that nothing is final yet, and where the letter is. */
export function LetterWaiting({ view }: { readonly view: CaseView }) {
  const letter = awaited(view);
  const decision = view.decisions.find(({ state }) => state === 'waiting');
  if (view.noNotice !== null) return <Banner kind="info">{view.noNotice.replace(/\.?$/, '.')}</Banner>;
  if (letter === undefined || decision === undefined) return null;
  const outcome = decision.outcome === 'compliant' ? 'compliant' : 'non-compliant';
  return (
    <Banner kind={letter.state === 'held' || letter.state === 'failed' ? 'warning' : 'info'}>
      Decided as {outcome} on {displayDate(decision.decidedOn)}. Nothing is final before its letter is mailed
      {decision.outcome === 'compliant' ? '' : ': until then the certification does not lapse'}. The letter{' '}
      {where(letter)}
      {letter.run === null ? (
        <>
          {' '}
          See{' '}
          <Link to="/audits?tab=letters" className="case-member">
            Letters
          </Link>
          .
        </>
      ) : (
        <>
          {' '}
          See{' '}
          <Link to={`/renewals?run=${letter.run}`} className="case-member">
            run {letter.run}
          </Link>
          .
        </>
      )}
    </Banner>
  );
}

function where({ state, detail }: CaseLetter): string {
  switch (state) {
    case 'held':
      return `is held: ${detail.replace(/\.?$/, '.')}`;
    case 'failed':
      return `did not arrive: ${detail}`;
    case 'waiting':
      return 'waits for a run.';
    case 'prepared':
      return detail === '' ? 'is in a run that is not printed yet.' : `is in a run. ${detail}`;
    default:
      return 'is printed and not marked as mailed.';
  }
}

/** The letters of the case, newest first. */
export function CaseLetters({ view }: { readonly view: CaseView }) {
  if (view.letters.length === 0) return null;
  return (
    <section className="case-trail" aria-label="Letters">
      <h2>Letters</h2>
      <ol>
        {view.letters.toReversed().map((letter) => (
          <li key={letter.letter}>
            <strong>{AUDIT_LETTER_TITLES[letter.kind]}</strong>{' '}
            <span className="soft">
              {LETTER_STATE_WORDS[letter.state]}
              {letter.sentOn === null ? '' : ` on ${displayDate(letter.sentOn)}`}
              {letter.run === null ? '' : ', '}
              {letter.run === null ? null : (
                <Link to={`/renewals?run=${letter.run}`} className="case-member">
                  run {letter.run}
                </Link>
              )}
              {letter.detail === '' ? '' : `: ${letter.detail}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
