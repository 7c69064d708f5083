import { useEffect, useState } from 'react';
import type { LetterPreview as Preview } from '../../../shared/domain/letters.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { ask } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { ErrorBanner, Skeleton } from '../../components/notices.tsx';
import type { PageViewer } from './letters-tab.tsx';

interface LetterPreviewProps {
  readonly letter: string;
  readonly text: string;
  /** The text can be set: nothing in it is refused. */
  readonly sound: boolean;
  readonly Viewer: PageViewer;
}

/** Milliseconds of rest in the typing before the letter is set anew. */
const RESTED = 350;

/** The letter as a real member would get it, set by the very printing; it follows what is typed. */
export function LetterPreview({ letter, text, sound, Viewer }: LetterPreviewProps) {
  const someone = useAsk('letters.someone', { letter });
  const stationery = useAsk('stationery.view', undefined);
  const [named, setNamed] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<ErrorShape | null>(null);
  const memberNo = named ?? someone.data ?? null;
  const signed = JSON.stringify(stationery.data?.stationery ?? null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another signature or envelope is another letter
  useEffect(() => {
    if (memberNo === null || !sound) return;
    let gone = false;
    const timer = setTimeout(() => {
      ask('letters.preview', { letter, text, memberNo }).then(
        (shown) => {
          if (gone) return;
          setPreview(shown);
          setError(null);
        },
        (failure: unknown) => {
          if (!gone) setError(toErrorShape(failure));
        },
      );
    }, RESTED);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [letter, text, memberNo, sound, signed]);

  const today = useAsk('office.state', undefined).data?.today;
  return (
    <section className="letter-preview" aria-label="Preview">
      <MemberField label="Shown on" shown={preview?.memberName ?? ''} onChoose={setNamed} />
      {error === null ? null : <ErrorBanner error={error} />}
      {someone.data === null && named === null ? (
        <p className="soft">Nobody of this office would get this letter now. Choose a member to see it on.</p>
      ) : null}
      {preview === null ? (
        error === null && someone.data !== null ? (
          <Skeleton width="100%" height="560px" />
        ) : null
      ) : (
        <>
          <p className="faint" role="status">
            {preview.asOf === today
              ? 'As it would be printed today.'
              : `As it would be on ${displayDate(preview.asOf)}, if nothing more were paid or recorded.`}
          </p>
          <Viewer pdf={preview.pdf} label={`The letter to ${preview.memberName}`} />
        </>
      )}
    </section>
  );
}
