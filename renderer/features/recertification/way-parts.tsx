import type { KeptEligibility } from '../../../shared/domain/kept-eligibility.ts';

/** What was answered, question by question. */
export function AnswersList({ answered }: Pick<KeptEligibility, 'answered'>) {
  return (
    <dl className="way-answers">
      {answered.map(({ ask, text, known }) => (
        <div key={ask}>
          <dt className="soft">{ask}</dt>
          <dd>
            {text}
            {known ? <span className="soft"> by our records</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is to be sent. */
export function DocumentsAsked({ documents }: { readonly documents: readonly string[] }) {
  return (
    <>
      <p className="field__label">To send</p>
      <ul className="way-documents">
        {documents.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
