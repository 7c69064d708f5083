import { FolderDown, Send } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { PaperEmailReport, PaperRequest } from '../../../shared/domain/papers.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Banner, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { Link } from '../navigation.tsx';
import './papers.css';

/** The library that reads PDFs is large: it comes when a paper is looked at. */
const SheetPreview = lazy(async () => ({
  default: (await import('../../features/pdf-viewer/sheet-preview.tsx')).SheetPreview,
}));

interface PaperDialogProps {
  readonly paper: PaperRequest;
  readonly onClose: () => void;
}

/** A receipt, statement or deposit slip as it would be given out, and the ways it can go: a file, a printer, an e-mail. */
export function PaperDialog({ paper, onClose }: PaperDialogProps) {
  const preview = useAsk('papers.preview', paper);
  const emailing = useJob('papers.email');
  const shown = preview.data;
  return (
    <Dialog
      title={shown?.title ?? 'Paper'}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {shown === undefined ? null : <Outputs paper={paper} name={shown.fileName} />}
          {shown === undefined || shown.email === null || paper.kind === 'deposit-slip' ? null : (
            <EmailButton
              address={shown.email.address}
              possible={shown.email.whyNot === null}
              busy={emailing.running}
              onSend={(folder) => void emailing.start({ paper, folder, password: null })}
            />
          )}
        </>
      }
    >
      <div className="paper-dialog">
        {emailing.error === null ? null : <ErrorBanner error={emailing.error} />}
        {emailing.running ? (
          <Working title="Sending the e-mail" job={emailing.job} onCancel={emailing.cancel} />
        ) : emailing.result === null ? null : (
          <Outcome report={emailing.result} />
        )}
        {shown?.email?.whyNot == null ? null : (
          <Banner kind="info">It cannot be e-mailed: {shown.email.whyNot}. Print it for the post.</Banner>
        )}
        {preview.error !== null ? (
          <ErrorState error={preview.error} />
        ) : shown === undefined ? (
          <Skeleton width="100%" height="560px" />
        ) : (
          <Suspense fallback={<Skeleton width="100%" height="560px" />}>
            <SheetPreview pdf={shown.pdf} label={shown.title} />
            {shown.pages > 1 ? (
              <p className="soft">The first of {shown.pages} pages; the file has them all.</p>
            ) : null}
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ report: { state, address, outcome, file } }: { readonly report: PaperEmailReport }) {
  if (state === 'sent')
    return (
      <Banner kind="info">
        {file === null ? `Sent to ${address}.` : `The e-mail to ${address} is in ${file}.`}
      </Banner>
    );
  return (
    <Banner kind="error">
      {state === 'unknown'
        ? `Nobody knows whether the e-mail to ${address} arrived (${outcome}). Ask before it is sent again.`
        : `The e-mail to ${address} was not sent: ${outcome}`}
    </Banner>
  );
}

interface EmailButtonProps {
  readonly address: string;
  readonly possible: boolean;
  readonly busy: boolean;
  /** @param folder where to write it instead of sending it */
  readonly onSend: (folder: string | null) => void;
}

function EmailButton({ address, possible, busy, onSend }: EmailButtonProps) {
  const settings = useAsk('email.settings', undefined);
  const choose = useAct('email.choose');
  if (!possible || settings.data === undefined) return null;
  const { delivery, host } = settings.data;
  if (delivery === 'server' && host === '')
    return (
      <Link to="/settings?tab=email" className="paper-dialog__link">
        Name the mail server to e-mail it
      </Link>
    );
  if (delivery === 'server')
    return (
      <Button look="primary" icon={Send} busy={busy} onClick={() => onSend(null)}>
        {`E-mail to ${address}`}
      </Button>
    );
  return (
    <Button
      look="primary"
      icon={FolderDown}
      busy={busy || choose.isPending}
      onClick={() =>
        choose.mutate(
          { what: 'folder' },
          {
            onSuccess: (chosen) => {
              if (chosen !== null) onSend(chosen.path);
            },
            onError: sayError,
          },
        )
      }
    >
      {`Write the e-mail to ${address}…`}
    </Button>
  );
}

function Outputs({ paper, name }: { readonly paper: PaperRequest; readonly name: string }) {
  const choose = useAct('papers.chooseTarget');
  const print = useAct('papers.print');
  const send = useAct('papers.sendToPrinter');
  return (
    <>
      <Button
        busy={choose.isPending || print.isPending}
        onClick={() =>
          choose.mutate(
            { name },
            {
              onSuccess: (file) => {
                if (file !== null)
                  print.mutate({ paper, file }, { onSuccess: () => saySaved(file), onError: sayError });
              },
              onError: sayError,
            },
          )
        }
      >
        Save as…
      </Button>
      <Button
        busy={send.isPending}
        onClick={() =>
          send.mutate(paper, {
            onSuccess: ({ sent }) => {
              if (sent) sayDone('Sent to the printer.');
            },
            onError: sayError,
          })
        }
      >
        Send to printer…
      </Button>
    </>
  );
}

/** Says where a file was saved, with the way to it. */
export function saySaved(file: string): void {
  sayDone(`Saved as ${file}.`, {
    text: 'Show the file',
    run: () => void ask('shell.showFile', { file }).catch(sayError),
  });
}
