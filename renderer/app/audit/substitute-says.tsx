import type { SubstitutePreview } from '../../../shared/domain/audit-preview.ts';
import { Banner } from '../../components/notices.tsx';
import { GrantedSteps, Quote } from '../../features/points/verdicts.tsx';
import { pointsWords } from '../../features/points/words.ts';

interface SubstituteSaysProps {
  readonly preview: SubstitutePreview | undefined;
  /** Whether there is anything to judge yet. */
  readonly typed: boolean;
}

/** What the rules grant for a substitute, whether the audited cycle takes it, and what would then be shown. */
export function SubstituteSays({ preview, typed }: SubstituteSaysProps) {
  return (
    <section className="verdicts" aria-label="What the rules say" aria-live="polite">
      {preview === undefined || !typed ? (
        <p className="soft">Type what it was: the rules say here what it shows for the cycle.</p>
      ) : (
        <Said preview={preview} />
      )}
    </section>
  );
}

function Said({ preview }: { readonly preview: SubstitutePreview }) {
  const { problem, refused, granted, steps, counted, doubt, total, required } = preview;
  if (problem !== null)
    return (
      <>
        <p className="soft">{problem.text}</p>
        <Quote sentence={problem.quoted} />
      </>
    );
  if (refused !== null)
    return (
      <>
        <p>
          <strong>It cannot stand in the other’s place:</strong> {refused.why}.
        </p>
        <Quote sentence={refused.quoted} />
      </>
    );
  return (
    <>
      <GrantedSteps granted={granted} steps={steps} />
      {counted === granted ? null : (
        <p className="figures">{pointsWords(counted)} of it lie in the audited cycle.</p>
      )}
      <p className="figures">
        Once it is accepted, <strong>{total}</strong> of {required} points are shown.
      </p>
      {doubt === null ? null : <Banner kind="warning">{doubt} It would show nothing more.</Banner>}
    </>
  );
}
