import { type FormEvent, useId, useState } from 'react';
import type { AttestationEntry } from '../../../shared/domain/attestations.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { EmptyState, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone } from '../../components/toast.tsx';
import { Changes } from './change-line.tsx';
import { TableScroll } from './table-scroll.tsx';

const SHOWN = 100;

/** The slips recorded last, with their counter-entries. */
export function RecordedSlips() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const recorded = useAsk('attestations.list', { offset, limit }, { keepPrevious: true });
  const [undoing, setUndoing] = useState<AttestationEntry | null>(null);
  if (recorded.error !== null)
    return <ErrorState error={recorded.error} onRetry={() => void recorded.refetch()} />;
  if (recorded.data === undefined) return <Skeleton height="120px" />;
  const { rows, total } = recorded.data;
  if (rows.length === 0)
    return (
      <EmptyState title="No slip is recorded yet">
        Scan the code of the attestation slip that a CCP compliance notice brought back.
      </EmptyState>
    );
  return (
    <section aria-label="Recorded slips">
      <p className="soft">{total.toLocaleString('en-US')} recorded.</p>
      <TableScroll label="Recorded attestations">
        <PlainTable
          label="Recorded attestations"
          rows={rows}
          rowKey={({ attestation }) => attestation}
          columns={[
            {
              header: 'Recorded',
              cell: ({ recordedOn, recordedBy }) => `${shortDate(recordedOn ?? '')}, ${recordedBy ?? ''}`,
            },
            {
              header: 'Member',
              wide: true,
              cell: ({ memberNo, memberName }) => (
                <Link to={`/members/${memberNo}?tab=points`}>{memberName}</Link>
              ),
            },
            { header: 'For', cell: ({ code }) => code },
            { header: 'Cycle from', cell: ({ cycleStart }) => shortDate(cycleStart) },
            { header: 'Signed', cell: ({ attestedOn }) => shortDate(attestedOn) },
            {
              header: 'Slip',
              cell: ({ slip }) => (slip === null ? 'by number' : `${slip.run}, ${slip.sheet}`),
            },
            {
              header: 'Change',
              cell: (entry) =>
                entry.undone === null ? (
                  <Button look="quiet" onClick={() => setUndoing(entry)}>
                    Undo…<span className="visually-hidden"> {entry.memberName}</span>
                  </Button>
                ) : (
                  <span className="soft">
                    Undone {shortDate(entry.undone.on)}: {entry.undone.reason}
                  </span>
                ),
            },
          ]}
        />
      </TableScroll>
      <Pager page={page} total={total} />
      {undoing === null ? null : <UndoDialog entry={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

interface UndoDialogProps {
  readonly entry: AttestationEntry;
  readonly onClose: () => void;
}

/** Meets an attestation by a counter-entry; what that changes is shown before. */
function UndoDialog({ entry, onClose }: UndoDialogProps) {
  const [reason, setReason] = useState('Recorded by mistake');
  const changes = useAsk('attestations.previewUndo', { attestation: entry.attestation });
  const undo = useAct('attestations.undo');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (undo.isPending) return;
    undo.mutate(
      { attestation: entry.attestation, reason },
      {
        onSuccess: () => {
          sayDone(`${entry.memberName}: ${entry.code} is not attested any more.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Undo the attestation of ${entry.memberName}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" type="submit" form={id} busy={undo.isPending}>
            Undo the attestation
          </Button>
        </>
      }
    >
      <form id={id} className="points-form" onSubmit={submit}>
        <p className="soft">It stays on record with a counter-entry.</p>
        {undo.error === null ? null : <ErrorBanner error={toErrorShape(undo.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          value={reason}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setReason(event.target.value)}
        />
        <Changes changes={changes.data} />
      </form>
    </Dialog>
  );
}
