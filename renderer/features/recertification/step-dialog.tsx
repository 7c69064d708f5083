import { type FormEvent, useState } from 'react';
import type { ApplicationSummary, ApplicationView } from '../../../shared/domain/recertification.ts';
import {
  needsReason,
  RECERTIFICATION_WORDS,
  type RecertificationStatus,
  recertifies,
  stepWords,
} from '../../../shared/domain/recertification-steps.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

interface StepDialogProps {
  readonly of: ApplicationSummary | Omit<ApplicationSummary, 'missing' | 'owedCents' | 'examOn'>;
  readonly to: RecertificationStatus;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'step-form';

/** One step of an application: what it needs is said and asked before it is taken. */
export function StepDialog({ of, to, today, onClose }: StepDialogProps) {
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const [examOn, setExamOn] = useState('');
  const [place, setPlace] = useState('');
  const [tried, setTried] = useState(false);
  const step = useAct('recertification.step');
  const { button } = stepWords(of.status, to);
  const view = useAsk('recertification.application', { application: of.application }).data;
  const hindered = view?.next.find((step) => step.to === to)?.hindered ?? badgeWaits(view, to);
  const must = needsReason(of.status, to);
  const unsaid = must && reason.trim() === '' ? 'Say why; the trail keeps it.' : undefined;
  const undated = to === 'scheduled' && !isCalendarDate(examOn) ? 'Give the day of the exam.' : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsaid !== undefined || undated !== undefined || !isCalendarDate(on) || step.isPending) return;
    step.mutate(
      {
        application: of.application,
        to,
        on,
        reason: reason.trim(),
        examOn: to === 'scheduled' ? examOn : null,
        place: place.trim(),
      },
      {
        onSuccess: ({ papers }) => {
          const paper = papers.at(-1);
          const printed = to === 'incomplete' || to === 'denied' || recertifies(to, of.route);
          sayDone(
            `${of.memberName}, ${of.code}: ${RECERTIFICATION_WORDS[to].toLowerCase()}.`,
            printed && paper !== undefined
              ? {
                  text: recertifies(to, of.route) ? 'Show the certificate' : 'Show the letter',
                  run: () =>
                    navigate(
                      `/recertification/${of.application}?paper=${(recertifies(to, of.route) ? papers.find(({ kind }) => kind === 'certificate') : paper)?.sha256 ?? paper.sha256}`,
                    ),
                }
              : null,
          );
          onClose();
        },
      },
    );
  };
  const danger = to === 'denied' || to === 'withdrawn';
  return (
    <Dialog
      title={`${button}: ${of.memberName}, ${of.code}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look={danger ? 'danger' : 'primary'} busy={step.isPending}>
            {button}
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        <p>{saysWhat(of.status, to, of.route)}</p>
        {hindered === null ? null : <Banner kind="warning">{hindered}</Banner>}
        {step.error === null ? null : <ErrorBanner error={toErrorShape(step.error)} />}
        {to === 'scheduled' ? (
          <div className="recert-form__pair">
            <TextField
              label="Day of the exam"
              type="date"
              data-autofocus
              value={examOn}
              error={tried ? undated : undefined}
              onChange={(event) => setExamOn(event.target.value)}
            />
            <TextField label="Place" value={place} onChange={(event) => setPlace(event.target.value)} />
          </div>
        ) : null}
        <Field
          label={must ? 'Reason' : 'Note (if there is something to say)'}
          hint={to === 'denied' ? 'The letter gives it to the member word for word.' : undefined}
          error={tried ? unsaid : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              {...(to === 'scheduled' ? {} : { 'data-autofocus': true })}
              className="input recert-form__text"
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <TextField
          label={to === 'passed' || to === 'failed' ? 'Day of the result' : 'Day'}
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

/** A badge that Credly does not know of yet is not issued, whatever the desk thinks. */
function badgeWaits(view: ApplicationView | undefined, to: RecertificationStatus): string | null {
  const step = view?.badge?.step;
  return to === 'badge' && (step === 'waiting' || step === 'held')
    ? 'The badge was asked for, but has not gone to Credly yet: see Badges.'
    : null;
}

function saysWhat(
  from: RecertificationStatus,
  to: RecertificationStatus,
  route: ApplicationSummary['route'],
): string {
  if (recertifies(to, route))
    return 'The certification is recertified from this day on: anniversary and cycle start anew, what was unmet before no longer counts, and what is still owed for it is written off. Certificate and wallet card are made, and the badge is asked for.';
  switch (to) {
    case 'incomplete':
      return 'One letter names everything that is missing. It is kept with the application, ready to print.';
    case 'under-review':
      return 'Everything on the checklist is there; the review begins.';
    case 'approved':
      return 'The application is approved; the exam comes next.';
    case 'denied':
      return 'The application is closed and a letter gives the reason. A fee of which nothing is paid is withdrawn.';
    case 'withdrawn':
      return 'The applicant has withdrawn. The application is closed, and a fee of which nothing is paid is withdrawn.';
    case 'scheduled':
      return 'The exam has a day.';
    case 'authorised':
      return from === 'scheduled' ? 'The day of the exam is given up.' : 'The applicant may take the exam.';
    case 'failed':
      return 'Another attempt can be authorised afterwards.';
    case 'badge':
      return 'The badge is issued; the application is closed.';
    default:
      return stepWords(from, to).needs;
  }
}
