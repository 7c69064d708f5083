import { ArrowLeft, Lock } from 'lucide-react';
import type { ReceiptFile } from '../../../shared/domain/receipts.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { FileLines } from './file-lines.tsx';
import { SOURCE_TITLES } from './line-words.ts';
import { OutcomeSums } from './outcome-sums.tsx';
import { UnfinishedFile } from './unfinished-file.tsx';
import './payments.css';
import './reconcile.css';

/** One payment file: do its lines, its total and the ledger agree, and every line of it until each is settled. */
export function FileScreen({ params }: ScreenParams) {
  const file = useAsk('reconcile.file', { deposit: Number(params.deposit) }, { keepPrevious: true });
  if (file.error !== null)
    return (
      <Screen title="Payment file" actions={<Back />}>
        <ErrorState error={file.error} onRetry={() => void file.refetch()} />
      </Screen>
    );
  if (file.data === undefined)
    return (
      <Screen title="Payment file" actions={<Back />}>
        <Skeleton height="220px" />
      </Screen>
    );
  return <Reconciled file={file.data} onLook={() => void file.refetch()} />;
}

function Reconciled({ file, onLook }: { readonly file: ReceiptFile; readonly onLook: () => void }) {
  const { deposit, source, fileName, openedOn, openedBy, closedOn, closedBy, states } = file;
  const close = useAct('payments.closeDeposit');
  const closeIt = () => {
    if (closedOn !== null || close.isPending) return;
    close.mutate(
      { deposit },
      {
        onSuccess: () => sayDone(`Deposit ${deposit} closed: every line of ${fileName} is settled.`),
        onError: (error) => sayError(toErrorShape(error)),
      },
    );
  };
  useKeys('Payment file', [{ keys: 'mod+Enter', does: 'Close the file', run: closeIt }]);
  return (
    <Screen
      title={`Deposit ${deposit} · ${SOURCE_TITLES[source]}`}
      kind="fill"
      about={
        closedOn === null
          ? `${fileName}, entered on ${displayDate(openedOn)} by ${openedBy}`
          : `${fileName}, closed on ${displayDate(closedOn)} by ${closedBy}`
      }
      actions={
        <>
          <Back />
          {closedOn === null ? (
            <Button
              look={states.open.count === 0 && file.awaitedLines === 0 ? 'primary' : 'plain'}
              icon={Lock}
              busy={close.isPending}
              onClick={closeIt}
            >
              Close the file
            </Button>
          ) : null}
        </>
      }
    >
      <UnfinishedFile file={file} onLook={onLook} />
      <OutcomeSums tallies={file.tallies} fileCents={file.fileCents} ledgerCents={file.ledgerCents} />
      <FileLines key={deposit} file={file} />
    </Screen>
  );
}

function Back() {
  return (
    <Button look="quiet" icon={ArrowLeft} onClick={() => navigate('/payments?tab=files')}>
      Files
    </Button>
  );
}
