import { CircleCheck, FolderDown, Send } from 'lucide-react';
import { useState } from 'react';
import type { EmailRun } from '../../../shared/domain/email.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { EmailDialog } from './email-dialog.tsx';
import { emailNumbers, emails, toSend } from './email-words.ts';
import { ofRun } from './use-run-job.ts';

/** The e-mails of a run: the button that sends them, how far they are, and the question about those that were cut off. */
export function EmailStep({ run }: { readonly run: RunSummary }) {
  const email = useAsk('email.run', { run: run.run });
  const settings = useAsk('email.settings', undefined);
  const sending = ofRun(useJob('email.send', true), run.run);
  const writing = ofRun(useJob('email.toFolder', true), run.run);
  const choose = useAct('email.choose');
  const [listing, setListing] = useState(false);
  const busy = sending.running ? sending : writing.running ? writing : null;
  if (email.data === undefined || settings.data === undefined) return null;
  const left = toSend(email.data);
  const error = sending.error ?? writing.error ?? email.error ?? settings.error;
  const toFolder = settings.data.delivery === 'folder';
  const ready = toFolder || settings.data.host !== '';
  return (
    <section className="email-step" aria-label="E-mail">
      <div className="email-step__head">
        {left === 0 && email.data.states.unknown === 0 ? (
          <CircleCheck size={16} aria-hidden className="step__done" />
        ) : null}
        <h2 className="step__title figures">{title(email.data)}</h2>
        <span className="soft figures">{emailNumbers(email.data)}</span>
        {busy !== null ? null : (
          <div className="buttons email-step__buttons">
            {left === email.data.total ? null : (
              <Button look="quiet" onClick={() => setListing(true)}>
                {email.data.states.unknown > 0 ? 'Did they arrive?' : 'List the e-mails…'}
              </Button>
            )}
            {left === 0 ? null : !ready ? (
              <Link to="/settings?tab=email">Name the mail server first</Link>
            ) : toFolder ? (
              <Button
                icon={FolderDown}
                busy={choose.isPending}
                onClick={() =>
                  choose.mutate(
                    { what: 'folder' },
                    {
                      onSuccess: (chosen) => {
                        if (chosen !== null) void writing.start({ run: run.run, folder: chosen.path });
                      },
                      onError: sayError,
                    },
                  )
                }
              >
                {`Write ${emails(left)} into a folder…`}
              </Button>
            ) : (
              <Button icon={Send} onClick={() => void sending.start({ run: run.run, password: null })}>
                {`Send ${emails(left)}`}
              </Button>
            )}
          </div>
        )}
      </div>
      {busy === null && error !== null ? <ErrorBanner error={error} /> : null}
      {busy === null ? null : (
        <Working
          title={toFolder ? 'Writing e-mails' : 'Sending e-mails'}
          job={busy.job}
          onCancel={busy.cancel}
          note="You can keep working. If you cancel, those that were sent stay sent, and nobody gets a second one."
        />
      )}
      {listing ? <EmailDialog run={run} email={email.data} onClose={() => setListing(false)} /> : null}
    </section>
  );
}

function title(email: EmailRun): string {
  const { states } = email;
  if (states.unknown > 0) return `${emails(states.unknown)} cut off while sending. Did they arrive?`;
  const left = toSend(email);
  if (left > 0) return `${emails(left)} to send.`;
  return states.sent === email.total ? `${emails(email.total)} sent.` : 'The e-mails are out.';
}
