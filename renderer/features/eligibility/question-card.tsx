import { ArrowLeft, RotateCcw } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type {
  EligibilityAnswer,
  EligibilityQuestion,
  EligibilityView,
} from '../../../shared/domain/eligibility.ts';
import { fitsText } from '../../../shared/domain/eligibility-words.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';

interface QuestionCardProps {
  readonly view: EligibilityView;
  /** An answer was given or taken back, so the keyboard goes on to the next. */
  readonly moved: boolean;
  readonly onAnswer: (question: string, answer: EligibilityAnswer) => void;
  /** null where there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  readonly onAgain: () => void;
  readonly print: ReactNode;
}

/** The question that comes next, or that all is asked. */
export function QuestionCard({ view, moved, onAnswer, onBack, onAgain, print }: QuestionCardProps) {
  const card = useRef<HTMLElement>(null);
  const label = useId();
  const { next } = view;
  const id = next?.id ?? 'end';
  useKeys('Eligibility', [{ keys: 'b', does: 'Back to the question before', run: () => onBack?.() }]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another question is there
  useLayoutEffect(() => {
    const first = card.current?.querySelector<HTMLElement>('input, fieldset button');
    if (moved) (first ?? card.current?.querySelector('h2'))?.focus();
  }, [id]);
  return (
    <section ref={card} className="card question">
      <h2 id={label} tabIndex={-1}>
        {next === null ? fitsText(view) : next.ask}
      </h2>
      {next === null ? (
        <p>Nothing that is left to ask would change this.</p>
      ) : (
        <>
          {next.help === '' ? null : <p className="soft">{next.help}</p>}
          <AnswerForm
            key={next.id}
            label={label}
            question={next}
            onAnswer={(answer) => onAnswer(next.id, answer)}
          />
        </>
      )}
      <div className="question__foot">
        {onBack === null ? null : (
          <>
            <Button icon={ArrowLeft} onClick={onBack}>
              Back
            </Button>
            <Button look="quiet" icon={RotateCcw} onClick={onAgain}>
              From the beginning
            </Button>
          </>
        )}
        {next === null ? print : null}
      </div>
    </section>
  );
}

interface AnswerFormProps {
  /** Id of the question's heading, which names the answers. */
  readonly label: string;
  readonly question: EligibilityQuestion;
  readonly onAnswer: (answer: EligibilityAnswer) => void;
}

function AnswerForm({ label, question: { answer: form }, onAnswer }: AnswerFormProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const notSure = (
    <Button look="quiet" onClick={() => onAnswer(null)}>
      Not sure
    </Button>
  );
  if (form.kind === 'choice')
    return (
      <fieldset className="question__options" aria-labelledby={label}>
        {form.options.map(({ id, text: words }) => (
          <Button key={id} onClick={() => onAnswer(id)}>
            {words}
          </Button>
        ))}
        {notSure}
      </fieldset>
    );
  const number = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : null;
  const fine = number !== null && number >= form.least && number <= form.most;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fine) onAnswer(number);
  };
  return (
    <form className="question__number" aria-labelledby={label} onSubmit={submit}>
      <TextField
        label={form.unit.charAt(0).toUpperCase() + form.unit.slice(1)}
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={
          tried && !fine
            ? `Type a number from ${form.least} to ${form.most.toLocaleString('en-US')}.`
            : undefined
        }
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="primary">
        Next
      </Button>
      {notSure}
    </form>
  );
}
