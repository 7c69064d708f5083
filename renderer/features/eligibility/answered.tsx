import type { EligibilityView } from '../../../shared/domain/eligibility.ts';

/** What was answered so far, and what the office's own records say. */
export function Answered({ view: { answered } }: { readonly view: EligibilityView }) {
  if (answered.length === 0) return null;
  return (
    <section className="card" aria-labelledby="answered">
      <header className="card__header">
        <h2 id="answered">Answered</h2>
      </header>
      <dl className="answered">
        {answered.map(({ question, text, known }) => (
          <div key={question.id}>
            <dt>{question.ask}</dt>
            <dd>
              {text}
              {known ? <span className="soft"> by our records</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
