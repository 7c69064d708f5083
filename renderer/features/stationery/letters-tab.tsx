import { type ComponentType, useState } from 'react';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { SignatureCard } from './signature-card.tsx';
import './stationery.css';

/** What shows the first page of a PDF. */
export type PageViewer = ComponentType<{ readonly pdf: string; readonly label: string }>;

interface LettersTabProps {
  readonly Viewer: PageViewer;
}

/** Every letter with its version; the chosen one (`?letter=ccp`) is edited beside its preview. */
export function LettersTab({ Viewer }: LettersTabProps) {
  const letters = useAsk('letters.list', undefined);
  const [text, setText] = useQueryText();
  // null = the newest.
  const [version, setVersion] = useState<number | null>(null);
  const chosen = letters.data?.find(({ id }) => id === text.get('letter')) ?? letters.data?.[0];
  const draft = useAsk(
    'letters.draft',
    { letter: chosen?.id ?? '', version },
    { enabled: chosen !== undefined },
  );
  if (letters.error !== null)
    return <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />;
  if (letters.data === undefined || chosen === undefined) return <Skeleton width="100%" height="320px" />;
  const choose = (letter: string) => {
    setVersion(null);
    setText({ letter });
  };
  return (
    <div className="letters">
      <nav className="letters__list" aria-label="Letters">
        {letters.data.map((letter) => (
          <button
            key={letter.id}
            type="button"
            className="letters__one"
            aria-current={letter.id === chosen.id}
            onClick={() => choose(letter.id)}
          >
            <span>{letter.title}</span>
            <span className="faint">
              {letter.version === null
                ? 'as it ships'
                : `version ${letter.version}, ${displayDate(letter.savedOn ?? '')}`}
            </span>
          </button>
        ))}
        <SignatureCard />
      </nav>
      {draft.error !== null ? (
        <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />
      ) : draft.data === undefined ? (
        <Skeleton width="100%" height="480px" />
      ) : (
        <LetterEditor
          // Another letter or version is another text to start from.
          key={`${draft.data.letter} ${draft.data.version ?? 0} ${draft.data.versions.length}`}
          draft={draft.data}
          Viewer={Viewer}
          onVersion={setVersion}
        />
      )}
    </div>
  );
}
