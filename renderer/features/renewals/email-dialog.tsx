import { useState } from 'react';
import { EMAIL_STATES, type EmailRow, type EmailRun, type EmailState } from '../../../shared/domain/email.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { BouncePaste } from './bounce-paste.tsx';
import { STATE_WORDS } from './email-words.ts';

interface EmailDialogProps {
  readonly run: RunSummary;
  readonly email: EmailRun;
  readonly onClose: () => void;
}

const SHOWN = 200;

/** The e-mails of a run by state, with what a person can say about them: arrived, send again, came back. */
export function EmailDialog({ run, email, onClose }: EmailDialogProps) {
  const [state, setState] = useState<EmailState | null>(email.states.unknown > 0 ? 'unknown' : null);
  const [pasting, setPasting] = useState(false);
  const page = usePage(SHOWN, state ?? '');
  const { offset, limit } = page;
  const list = useAsk('email.list', { run: run.run, state, offset, limit }, { keepPrevious: true });
  const log = useJob('email.resolveFromLog');
  const choose = useAct('email.choose');
  const lookInLog = () =>
    choose.mutate(
      { what: 'log' },
      {
        onSuccess: (chosen) => {
          if (chosen !== null) void log.start({ run: run.run, file: chosen.path });
        },
        onError: sayError,
      },
    );
  return (
    <Dialog
      title={`E-mails of run ${run.run}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button onClick={() => setPasting(true)}>Paste a report of failed delivery…</Button>
          {email.states.unknown === 0 ? null : (
            <Button look="primary" busy={log.running || choose.isPending} onClick={lookInLog}>
              Look in the mail server’s log…
            </Button>
          )}
        </>
      }
    >
      <div className="emails">
        {log.error === null ? null : <ErrorBanner error={log.error} />}
        {email.states.unknown === 0 ? null : (
          <p>
            Sending was cut off just while these were handed over, so nobody here knows whether they arrived.
            They are not sent again by themselves. The mail server’s log tells it of all at once.
          </p>
        )}
        <Select
          label="Show"
          value={state ?? ''}
          options={[
            { value: '', text: 'All that were begun' },
            ...EMAIL_STATES.filter((one) => email.states[one] > 0).map((one) => ({
              value: one,
              text: `${STATE_WORDS[one]} (${email.states[one].toLocaleString('en-US')})`,
            })),
          ]}
          onChange={(event) => setState(EMAIL_STATES.find((one) => one === event.target.value) ?? null)}
        />
        {list.error !== null ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <Skeleton width="100%" height="160px" />
        ) : list.data.total === 0 ? (
          <p className="soft">None yet.</p>
        ) : (
          <>
            <EmailTable run={run.run} rows={list.data.rows} />
            <Pager page={page} total={list.data.total} />
          </>
        )}
        {pasting ? <BouncePaste onClose={() => setPasting(false)} /> : null}
      </div>
    </Dialog>
  );
}

function EmailTable({ run, rows }: { readonly run: string; readonly rows: readonly EmailRow[] }) {
  return (
    <PlainTable
      label="E-mails"
      rows={rows}
      rowKey={(row) => row.position}
      columns={[
        { header: 'Member', cell: (row) => <Link to={`/members/${row.memberNo}`}>{row.memberName}</Link> },
        { header: 'Address', cell: (row) => row.address },
        { header: 'State', cell: (row) => STATE_WORDS[row.state] },
        { header: 'Answer', cell: (row) => <span className="soft">{row.outcome}</span>, wide: true },
        { header: 'Say', cell: (row) => <EmailSay run={run} row={row} /> },
      ]}
    />
  );
}

/** What can be said of one e-mail. */
function EmailSay({ run, row }: { readonly run: string; readonly row: EmailRow }) {
  const resolve = useAct('email.resolve');
  const bounce = useAct('email.bounce');
  const settle = (as: 'arrived' | 'send-again') =>
    resolve.mutate({ run, position: row.position, as }, { onError: sayError });
  if (row.state === 'unknown')
    return (
      <span className="emails__say">
        <Button look="quiet" busy={resolve.isPending} onClick={() => settle('arrived')}>
          It arrived
        </Button>
        <Button look="quiet" busy={resolve.isPending} onClick={() => settle('send-again')}>
          Send again
        </Button>
      </span>
    );
  if (row.state !== 'sent') return null;
  return (
    <Button
      look="quiet"
      busy={bounce.isPending}
      onClick={() =>
        bounce.mutate(
          { who: row.memberNo, reason: 'came back, noted by hand' },
          {
            onSuccess: () => sayDone(`${row.memberName}: the next notice goes by post.`),
            onError: sayError,
          },
        )
      }
    >
      Came back
    </Button>
  );
}
