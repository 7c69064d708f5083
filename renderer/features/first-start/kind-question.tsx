/** What the first office is made of. */
export type Beginning = 'sample' | 'own-files';

interface KindQuestionProps {
  readonly chosen: Beginning;
  readonly onChoose: (beginning: Beginning) => void;
}

const OPTIONS: readonly { readonly value: Beginning; readonly title: string; readonly about: string }[] = [
  {
    value: 'sample',
    title: 'Look round a sample office',
    about: '2,000 made-up members with years of history, in every standing there is. Ready in a few seconds.',
  },
  {
    value: 'own-files',
    title: 'Start with the office’s own files',
    about:
      'Members, certifications, fees and points from CSV files. You see what was understood before anything is imported.',
  },
];

/** The first question: sample or own files. */
export function KindQuestion({ chosen, onChoose }: KindQuestionProps) {
  return (
    <fieldset className="question">
      <legend className="question__title">How do you want to begin?</legend>
      <div className="kind-cards">
        {OPTIONS.map(({ value, title, about }) => (
          <label key={value} className={`kind-card ${value === chosen ? 'kind-card--on' : ''}`}>
            <input
              type="radio"
              name="beginning"
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span className="kind-card__words">
              <strong>{title}</strong>
              <span className="soft">{about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
