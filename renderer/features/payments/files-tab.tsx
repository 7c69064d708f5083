import { ChevronRight, FileInput } from 'lucide-react';
import type { ReceiptFile, ReceiptSource } from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { awaitedWords, SOURCE_TITLES } from './line-words.ts';

const SHOWN = 100;

/** The portal's and the bank's files that were entered, and the way to read another. */
export function FilesTab() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const files = useAsk('reconcile.files', { offset, limit }, { keepPrevious: true });
  const choose = useAct('reconcile.chooseFile');
  const read = (source: ReceiptSource) =>
    choose.mutate(
      { source },
      {
        onSuccess: (file) => {
          if (file !== null) navigate(`/payments/read?source=${source}&file=${encodeURIComponent(file)}`);
        },
        onError: sayError,
      },
    );
  useKeys('Payments', [
    { keys: 'p', does: 'Read a portal file', run: () => read('portal') },
    { keys: 'b', does: 'Read the bank’s lockbox file', run: () => read('lockbox') },
  ]);
  if (files.error !== null) return <ErrorState error={files.error} onRetry={() => void files.refetch()} />;
  const rows = files.data?.rows;
  return (
    <div className="deposits">
      <div className="deposits__bar">
        <p className="soft">Each file is one deposit. You see what it would enter before anything is.</p>
        <div className="buttons">
          <Button icon={FileInput} onClick={() => read('lockbox')}>
            Read a lockbox file…
          </Button>
          <Button look="primary" icon={FileInput} onClick={() => read('portal')}>
            Read a portal file…
          </Button>
        </div>
      </div>
      {rows === undefined ? (
        <Skeleton height="180px" />
      ) : rows.length === 0 ? (
        <EmptyState title="No file yet">
          Read the payment export of the portal, or the file of the bank’s lockbox.
        </EmptyState>
      ) : (
        <ul className="deposits__list" aria-label="Payment files">
          {rows.map((file) => (
            <FileRow key={file.deposit} file={file} />
          ))}
        </ul>
      )}
      <Pager page={page} total={files.data?.total ?? 0} />
    </div>
  );
}

function FileRow({ file }: { readonly file: ReceiptFile }) {
  const { deposit, source, fileName, openedOn, closedOn, enteredCount, enteredCents, states } = file;
  const open = states.open.count;
  const state =
    file.awaitedLines > 0
      ? `${awaitedWords(file.awaitedLines)} not in yet`
      : open > 0
        ? `${open === 1 ? '1 line' : `${open.toLocaleString('en-US')} lines`} to work`
        : closedOn === null
          ? 'Ready to close'
          : `Closed ${shortDate(closedOn)}`;
  return (
    <li>
      <Link to={`/payments/files/${deposit}`} className="deposit">
        <span className="deposit__name">
          {fileName}
          <span className="soft"> · {SOURCE_TITLES[source]}</span>
        </span>
        <span className="soft figures">{shortDate(openedOn)}</span>
        <span className="figures">
          {enteredCount.toLocaleString('en-US')}{' '}
          <span className="faint">{enteredCount === 1 ? 'receipt' : 'receipts'}</span>
        </span>
        <span className="figures deposit__cents">{displayCents(enteredCents)}</span>
        <span
          className={closedOn === null || open > 0 ? 'deposit__state deposit__state--open' : 'deposit__state'}
        >
          {state}
        </span>
        <span className="soft">
          {states.open.cents > 0 ? `${displayCents(states.open.cents)} unmatched` : ''}
        </span>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Link>
    </li>
  );
}
