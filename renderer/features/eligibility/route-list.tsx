import type { ReactNode } from 'react';
import {
  type EligibilityRoute,
  type EligibilityView,
  type NeedState,
  type RouteResult,
  UNCONFIRMED_TEXT,
} from '../../../shared/domain/eligibility.ts';
import { bestFirst, closedText, isMet, NEED_WORDS } from '../../../shared/domain/eligibility-words.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Banner } from '../../components/notices.tsx';

interface RouteListProps {
  readonly view: EligibilityView;
  /** What can be done with a way that fits. */
  readonly use: (route: EligibilityRoute) => ReactNode;
}

/** Every way with how it stands, the best first; each answer narrows them. */
export function RouteList({ view, use }: RouteListProps) {
  return (
    <section className="eligibility__routes" aria-label="Ways">
      <ul aria-label="Ways to the certification">
        {bestFirst(view.routes).map((result) => (
          <li key={result.route.id}>
            <Route view={view} result={result} use={use} />
          </li>
        ))}
      </ul>
      {view.unconfirmed ? <Banner kind="warning">* {UNCONFIRMED_TEXT}</Banner> : null}
    </section>
  );
}

const MARKS: Readonly<Record<NeedState, string>> = {
  met: '●',
  still: '▲',
  unsure: '◐',
  out: '■',
  unasked: '○',
};

function Route({ view: { fees }, result, use }: RouteListProps & { readonly result: RouteResult }) {
  const { route, state, needs } = result;
  const fee = fees[route.by];
  return (
    <article className={`way way--${state}`}>
      <header className="way__header">
        <h3>{route.title}</h3>
        <span className="way__state">{stateWords(result)}</span>
      </header>
      {state === 'out' ? (
        <p className="way__closed">{closedText(result)}</p>
      ) : (
        <>
          <p className="soft">
            {route.by === 'ccp' ? 'Recertification by CCP' : 'Recertification by exam'} ({route.citation}),
            fee {displayCents(fee.cents)}
            {fee.confirmed ? '' : ' *'}
          </p>
          <ul className="way__needs">
            {needs.map(({ need, state: how }) => (
              <li key={need.question} className={`need need--${how}`}>
                <span>
                  <span aria-hidden className="need__mark">
                    {MARKS[how]}
                  </span>{' '}
                  {need.text}
                  {need.confirmed ? '' : ' *'}
                </span>{' '}
                <span className="need__word">{NEED_WORDS[how]}</span>
              </li>
            ))}
          </ul>
          {state === 'fits' ? (
            <>
              <p className="way__send">To send: {route.documents.join('; ')}.</p>
              {use(route)}
            </>
          ) : null}
        </>
      )}
    </article>
  );
}

function stateWords(result: RouteResult): string {
  switch (result.state) {
    case 'out':
      return '■ Closed';
    case 'open':
      return '○ Possible';
    case 'fits':
      return isMet(result) ? '● Fits' : '▲ Still needs something';
  }
}
