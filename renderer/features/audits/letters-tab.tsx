import { ListChecks, MailCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  AUDIT_LETTER_TITLES,
  type AuditLetterKind,
  isDecisionLetter,
  type LettersWaiting,
  type WaitingLetter,
} from '../../../shared/domain/audit-letters.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { type PlainColumn, PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { Working } from '../../components/working.tsx';
import { counted } from './counted.ts';
import { DropLetterDialog } from './drop-letter-dialog.tsx';
import { LETTER_STATE_WORDS } from './letter-words.ts';
import './letters.css';

/** The letters that steps and decisions asked for and that did not go out: how many of each kind, and the button that prepares their run. */
export function LettersTab() {
  const letters = useAsk('audits.letters', undefined);
  const preparing = useJob('audits.prepareLetters');
  const [dropping, setDropping] = useState<WaitingLetter | null>(null);
  const watched = useRef(false);
  watched.current ||= preparing.running;
  const done = preparing.result;
  useEffect(() => {
    if (done !== null && watched.current) navigate(`/renewals?run=${done.run}`);
  }, [done]);
  if (letters.error !== null)
    return <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />;
  if (letters.data === undefined) return <Skeleton height="220px" />;
  if (letters.data.letters.length === 0)
    return (
      <EmptyState icon={MailCheck} title="No letter waits.">
        When more is asked, days are given, or a case is decided or appealed, its letter waits here for a run.
      </EmptyState>
    );
  return (
    <div className="letters-tab">
      <p className="soft">
        Each kind goes out as a run of its own: printed, e-mailed or held like every run. A decision is final
        the day its letter is marked as mailed, or its e-mail is sent.
      </p>
      {preparing.error === null ? null : <ErrorBanner error={preparing.error} />}
      {preparing.running ? (
        <Working title="Preparing the letters" job={preparing.job} onCancel={preparing.cancel} />
      ) : (
        <ul className="letters-tab__kinds" aria-label="Letters by kind">
          {letters.data.kinds.map((kind) => (
            <Kind key={kind.kind} kind={kind} onPrepare={(asked) => void preparing.start({ kind: asked })} />
          ))}
        </ul>
      )}
      <ScrollRegion label="Letters waiting">
        <PlainTable
          label="Letters waiting"
          rows={letters.data.letters}
          rowKey={({ letter }) => letter}
          columns={columns(setDropping)}
        />
      </ScrollRegion>
      {dropping === null ? null : <DropLetterDialog letter={dropping} onClose={() => setDropping(null)} />}
    </div>
  );
}

interface KindProps {
  readonly kind: LettersWaiting['kinds'][number];
  readonly onPrepare: (kind: AuditLetterKind) => void;
}

function Kind({ kind: { kind, toPrepare, held, failed, inRun }, onPrepare }: KindProps) {
  const parts = [
    ...(held > 0 ? [`${held} held`] : []),
    ...(failed > 0 ? [`${failed} did not arrive`] : []),
    ...(inRun > 0 ? [`${inRun} in a run`] : []),
  ];
  return (
    <li className="letters-tab__kind">
      <span className="letters-tab__title">{AUDIT_LETTER_TITLES[kind]}</span>
      <span className="figures">
        {counted(toPrepare, 'letter')} to prepare
        {parts.length === 0 ? null : <span className="soft"> · {parts.join(', ')}</span>}
      </span>
      {toPrepare === 0 ? null : (
        <Button
          icon={ListChecks}
          aria-label={`Prepare the run: ${AUDIT_LETTER_TITLES[kind]}`}
          onClick={() => onPrepare(kind)}
        >
          Prepare the run
        </Button>
      )}
    </li>
  );
}

function columns(onDrop: (letter: WaitingLetter) => void): readonly PlainColumn<WaitingLetter>[] {
  return [
    {
      header: 'Member',
      cell: ({ audit, memberName, code }) => (
        <Link to={`/audits/cases/${audit}`}>
          {memberName}, {code}
        </Link>
      ),
    },
    { header: 'Letter', cell: ({ kind }) => AUDIT_LETTER_TITLES[kind] },
    { header: 'Since', cell: ({ askedOn }) => <span className="figures">{shortDate(askedOn)}</span> },
    {
      header: 'Where it is',
      wide: true,
      cell: ({ state, run, detail }) => (
        <>
          {LETTER_STATE_WORDS[state]}
          {run === null ? null : (
            <>
              ,{' '}
              <Link to={`/renewals?run=${run}`} className="case-member">
                run {run}
              </Link>
            </>
          )}
          {detail === '' ? null : <span className="soft"> · {detail}</span>}
        </>
      ),
    },
    {
      header: 'What to do',
      cell: (letter) =>
        isDecisionLetter(letter.kind) ? (
          <Link to={`/audits/cases/${letter.audit}`}>Open the case</Link>
        ) : (
          <Button
            look="quiet"
            aria-label={`Drop the letter to ${letter.memberName}`}
            onClick={() => onDrop(letter)}
          >
            Drop…
          </Button>
        ),
    },
  ];
}
