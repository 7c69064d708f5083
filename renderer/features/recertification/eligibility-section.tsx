import { Circle, CircleCheck, Compass } from 'lucide-react';
import { NEED_WORDS } from '../../../shared/domain/eligibility-words.ts';
import type { KeptDocument, KeptEligibility } from '../../../shared/domain/kept-eligibility.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { shortDate } from '../../components/short-date.ts';
import { assistantPlace } from './assistant-place.ts';
import { AnswersList } from './way-parts.tsx';

interface EligibilitySectionProps {
  readonly view: ApplicationView;
  readonly open: boolean;
  readonly today: string;
}

/** By which current way the exam may be taken, as the assistant found it, and which of its documents came. */
export function EligibilitySection({ view, open, today }: EligibilitySectionProps) {
  const { eligibility } = view;
  return (
    <Card
      title={eligibility === null ? 'Way to the exam' : `Way to the exam: ${eligibility.title}`}
      actions={
        open ? (
          <Button icon={Compass} onClick={() => navigate(assistantPlace(view))}>
            Open the eligibility assistant
          </Button>
        ) : null
      }
    >
      {eligibility === null ? (
        <p className="soft">
          Current criteria count, not those at first certification (SC-LAPSE-0). The assistant asks for them
          one by one; what it finds is kept here, with the documents to send.
        </p>
      ) : (
        <Kept eligibility={eligibility} view={view} open={open} today={today} />
      )}
    </Card>
  );
}

function Kept({
  eligibility,
  view: { application, fee },
  open,
  today,
}: EligibilitySectionProps & { readonly eligibility: KeptEligibility }) {
  const note = useAct('recertification.noteDocument');
  const { documents, needs, answered, on, actor } = eligibility;
  const put = (place: number, cameOn: string | null) => {
    if (!note.isPending) note.mutate({ application, place, cameOn });
  };
  const paid = fee !== null && fee.voidedOn === null && fee.owedCents === 0;
  return (
    <>
      {note.error === null ? null : <ErrorBanner error={toErrorShape(note.error)} />}
      <p className="soft">
        Found {displayDate(on)} by {actor} with the eligibility assistant (SC-RECERT-4).
        {needs.some(({ confirmed }) => !confirmed)
          ? ' Its figures are office defaults that nobody has confirmed yet.'
          : ''}
      </p>
      <ul className="way-needs">
        {needs.map(({ text, state, confirmed }) => (
          <li key={text}>
            {text}
            {confirmed ? '' : ' *'} <span className="soft">{NEED_WORDS[state]}</span>
          </li>
        ))}
      </ul>
      <ul className="checklist way-came" aria-label="Documents to send">
        {documents.map((document) => {
          const there = document.shownBy === 'fee' ? paid : document.cameOn !== null;
          return (
            <li
              key={document.place}
              className={there ? 'checklist__item' : 'checklist__item checklist__item--missing'}
            >
              {there ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
              <div>
                <p>{document.text}</p>
                <p className="soft">{cameWords(document, there)}</p>
              </div>
              {open && document.shownBy === null ? (
                <Button look="quiet" onClick={() => put(document.place, there ? null : today)}>
                  {there ? 'Not there after all' : 'It came'}
                  <span className="visually-hidden"> {document.text}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <details>
        <summary>{answered.length} answers</summary>
        <AnswersList answered={answered} />
      </details>
    </>
  );
}

function cameWords({ shownBy, cameOn }: KeptDocument, there: boolean): string {
  if (shownBy === 'fee') return there ? 'Paid' : 'Not paid yet';
  if (cameOn === null) return 'Missing';
  return shownBy === 'application' ? `Received ${shortDate(cameOn)}` : `Came ${shortDate(cameOn)}`;
}
