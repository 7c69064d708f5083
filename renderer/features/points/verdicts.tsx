import { CircleCheck, CircleSlash } from 'lucide-react';
import type {
  ActivityPreview,
  EntryVerdict,
  GrantStep,
  QuotedSentence,
} from '../../../shared/domain/points.ts';
import type { PolicyValueUsed } from '../../../shared/domain/standing.ts';
import { Banner } from '../../components/notices.tsx';
import { ChangeLine } from './change-line.tsx';
import { pointsWords } from './words.ts';

interface VerdictsProps {
  readonly preview: ActivityPreview | undefined;
  /** Said while there is nothing to judge yet. */
  readonly waiting: string;
}

/** What the rules say of an activity before it is saved: the points granted, and certification by certification whether it counts, where and why. */
export function Verdicts({ preview, waiting }: VerdictsProps) {
  return (
    <section className="verdicts" aria-label="What the rules say" aria-live="polite">
      {preview === undefined ? <p className="soft">{waiting}</p> : <Said preview={preview} />}
    </section>
  );
}

function Said({ preview }: { readonly preview: ActivityPreview }) {
  const { problem, granted, steps, verdicts, doubts, memberName } = preview;
  if (problem !== null)
    return (
      <>
        <p className="soft">{problem.text}</p>
        <Quote sentence={problem.quoted} />
      </>
    );
  return (
    <>
      <GrantedSteps granted={granted} steps={steps} />
      {doubts.length === 0 ? null : (
        <Banner kind="warning">
          {doubts.map(({ text }) => text).join(' ')} Enter it only if it is another one.
        </Banner>
      )}
      {verdicts.length === 0 ? (
        <p className="soft">{memberName} has no certification that it could count for.</p>
      ) : (
        <ul className="verdicts__list">
          {verdicts.map((verdict) => (
            <Verdict key={verdict.code} verdict={verdict} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The points granted, and how. */
export function GrantedSteps({ granted, steps }: Pick<ActivityPreview, 'granted' | 'steps'>) {
  return (
    <header className="verdicts__granted">
      <strong className="figures">{pointsWords(granted)} granted</strong>
      {steps.map((step) => (
        <Step key={step.rule} step={step} />
      ))}
    </header>
  );
}

function Step({ step }: { readonly step: GrantStep }) {
  return (
    <div className="verdicts__step">
      <p>{step.text}</p>
      <Unconfirmed value={step.value} />
      {step.rule === 'hours' ? null : <Quote sentence={step.quoted} />}
    </div>
  );
}

/** Says where an office's value decides that the office has not confirmed. */
function Unconfirmed({ value }: { readonly value: PolicyValueUsed | null }) {
  if (value === null || value.confirmed) return null;
  return <p className="verdicts__unconfirmed">? The office’s value, not confirmed yet</p>;
}

function Verdict({ verdict }: { readonly verdict: EntryVerdict }) {
  const { code, counts, points, why, quoted, remedy, cut, change, outlook } = verdict;
  return (
    <li className={counts ? 'verdict verdict--counts' : 'verdict verdict--not'}>
      <p className="verdict__head">
        {counts ? <CircleCheck size={16} aria-hidden /> : <CircleSlash size={16} aria-hidden />}
        <strong>{code}</strong>
        <span>{counts ? `counts: ${pointsWords(points)}` : 'does not count'}</span>
      </p>
      <p>{why}</p>
      <Unconfirmed value={cut?.value ?? null} />
      {quoted.map((sentence) => (
        <Quote key={sentence.id} sentence={sentence} />
      ))}
      {remedy === null ? null : (
        <p className="verdict__remedy">
          <span className="soft">What would make it count: </span>
          {remedy}
        </p>
      )}
      {change.changed ? <ChangeLine change={change} /> : null}
      <p className="soft" title={`${outlook.quoted.text} ${outlook.quoted.id}`}>
        {outlook.text} <cite className="faint">{outlook.quoted.id}</cite>
      </p>
    </li>
  );
}

/** The policy's own sentence. */
export function Quote({ sentence }: { readonly sentence: QuotedSentence | null }) {
  if (sentence === null) return null;
  return (
    <blockquote className="quoted selectable">
      “{sentence.text}” <cite>{sentence.id}</cite>
    </blockquote>
  );
}
