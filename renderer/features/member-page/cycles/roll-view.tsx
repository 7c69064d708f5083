import type { MetBy, RollDecision } from '../../../../shared/domain/cycles.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { valueWords } from '../../../components/trail/value-words.ts';
import { ActivityLines } from './activity-lines.tsx';

const MET_WORDS: Readonly<Record<MetBy, string>> = {
  points: 'the points were recorded',
  attestation: 'the points were attested',
  audit: 'the audit decides about its points',
  'not-bound': 'CCP did not bind it',
};

/** What was decided when a sweep rolled the cycle, and under which values; it stays as it was. */
export function RollView({ roll }: { readonly roll: RollDecision }) {
  const { rolledOn, required, counted, decided } = roll;
  const book = useAsk('policy.book', undefined).data;
  if (decided === null)
    return (
      <p className="soft">
        Rolled {displayDate(rolledOn)} with {counted} of {required} points; taken over without what it was
        decided by.
      </p>
    );
  return (
    <details className="cycle__more">
      <summary>
        Rolled {displayDate(rolledOn)} with {counted} of {required} points: {MET_WORDS[decided.metBy]}
      </summary>
      <p className="soft">
        {book?.sentences.find(({ id }) => id === decided.citation)?.text} ({decided.citation})
      </p>
      <ul className="cycle__values figures">
        {decided.values.map(({ name, value, unit, onDate, confirmed }) => (
          <li key={name}>
            <span>{book?.values.find((one) => one.name === name)?.title ?? name}</span>
            <strong>{valueWords(value, unit)}</strong>
            <span className="soft">
              in force on {displayDate(onDate)}
              {confirmed ? '' : ', not confirmed by the office'}
            </span>
          </li>
        ))}
      </ul>
      {decided.activities.length === 0 ? null : (
        <>
          <p className="soft">What counted then:</p>
          <ActivityLines activities={decided.activities} />
        </>
      )}
    </details>
  );
}
