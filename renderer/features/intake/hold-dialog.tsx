import { type FormEvent, useId, useState } from 'react';
import type { DueDocument } from '../../../shared/domain/retention.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone } from '../../components/toast.tsx';

interface HoldDialogProps {
  readonly document: DueDocument;
  readonly onClose: () => void;
}

/** Stops the destruction of a document or of all of its member’s, with a reason; or lifts such a hold. */
export function HoldDialog({ document: { document, arrivals, parts, holds }, onClose }: HoldDialogProps) {
  const members = new Map(
    parts.flatMap(({ memberNo, memberName }) => (memberNo === null ? [] : [[memberNo, memberName]])),
  );
  const legal = holds.flatMap((one) => (one.kind === 'legal' ? [one] : []));
  const [what, setWhat] = useState(legal[0] === undefined ? 'document' : `lift ${legal[0].hold}`);
  const [reason, setReason] = useState('');
  const hold = useAct('retention.hold');
  const lift = useAct('retention.lift');
  const id = useId();
  const error = hold.error ?? lift.error;
  const lifting = what.startsWith('lift ') ? Number(what.slice(5)) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hold.isPending || lift.isPending) return;
    const done = (text: string) => ({
      onSuccess: () => {
        sayDone(text);
        onClose();
      },
    });
    if (lifting !== null) return lift.mutate({ hold: lifting, reason }, done('The hold is lifted.'));
    const on = what === 'document' ? { document } : { memberNo: what };
    hold.mutate({ on, reason }, done('Its destruction is stopped.'));
  };
  return (
    <Dialog
      title={`Legal hold on “${arrivals[0]?.name ?? ''}”`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={hold.isPending || lift.isPending}>
            {lifting === null ? 'Stop its destruction' : 'Lift the hold'}
          </Button>
        </>
      }
    >
      <form id={id} className="intake-form" onSubmit={submit}>
        {legal.map((one) => (
          <Banner key={one.hold} kind="info">
            Held since {shortDate(one.placedOn)} by {one.placedBy}
            {one.ofMember ? ', with every document of the member' : ''}: {one.reason}
          </Banner>
        ))}
        {error === null ? null : <ErrorBanner error={error} />}
        <Select
          label="What to do"
          value={what}
          options={[
            ...legal.map((one) => ({ value: `lift ${one.hold}`, text: `Lift the hold: ${one.reason}` })),
            { value: 'document', text: 'Hold this document' },
            ...[...members].map(([memberNo, name]) => ({
              value: String(memberNo),
              text: `Hold every document of ${name ?? memberNo ?? ''}`,
            })),
          ]}
          onChange={(event) => setWhat(event.target.value)}
        />
        <TextField
          label="Reason"
          hint="Such as the subpoena, the complaint or the claim that asks for it; it stays on record."
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
