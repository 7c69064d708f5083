import type { PolicyBookView } from '../../../shared/domain/policy-book.ts';
import type { PolicyValueUsed, Reason } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { withSpokenDates } from '../../../shared/util/spoken-dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorBanner } from '../notices.tsx';
import { valueWords } from './value-words.ts';
import './trail.css';

interface TrailProps {
  readonly id: string;
  readonly code: string;
  readonly reasons: readonly Reason[];
}

/** Why a certification stands where it does, rule by rule: the fact, the policy's own sentence, and the values in force on their date. */
export function Trail({ id, code, reasons }: TrailProps) {
  const book = useAsk('policy.book', undefined);
  return (
    <section id={id} className="trail" aria-label={`Why ${code} stands where it does`}>
      {book.error === null ? null : <ErrorBanner error={book.error} />}
      <ol>
        {reasons.map((reason) => (
          <li key={`${reason.rule} ${reason.text}`} className="trail__step">
            <p className="trail__fact selectable">{withSpokenDates(reason.text)}</p>
            <Quote citation={reason.citation} book={book.data} />
            {reason.values === undefined || reason.values.length === 0 ? null : (
              <ul className="trail__values">
                {reason.values.map((value) => (
                  <Value key={`${value.name} ${value.onDate}`} used={value} book={book.data} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface FromBook {
  readonly book: PolicyBookView | undefined;
}

function Quote({ citation, book }: FromBook & { readonly citation: string }) {
  const sentence = book?.sentences.find((one) => one.id === citation);
  return (
    <blockquote className="trail__quote selectable">
      {sentence === undefined ? null : <>“{sentence.text}” </>}
      <cite title={sentence?.source}>{citation}</cite>
    </blockquote>
  );
}

function Value({ used, book }: FromBook & { readonly used: PolicyValueUsed }) {
  const title = book?.values.find((entry) => entry.name === used.name)?.title ?? used.name;
  return (
    <li className="trail__value figures">
      <span>{title}</span>
      <strong>{valueWords(used.value, used.unit)}</strong>
      <span className="soft">in force on {displayDate(used.onDate)}</span>
      <span className={used.confirmed ? 'trail__confirmed' : 'trail__unconfirmed'}>
        {used.confirmed ? '✓ confirmed' : '? not confirmed by the office'}
      </span>
    </li>
  );
}
