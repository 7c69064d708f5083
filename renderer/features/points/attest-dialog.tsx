import { type FormEvent, useId, useState } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { attestPrefill } from './attest-prefill.ts';
import { SlipBoxes } from './slip-boxes.tsx';
import './points.css';

interface AttestDialogProps {
  readonly memberNo: string;
  readonly memberName: string;
  /** Whose cycle the slip is about; null where that only the slip tells. */
  readonly code: CertificationCode | null;
  readonly onClose: () => void;
  readonly onSaved: (words: string) => void;
}

/** Records a member's signed slip: the cycle is ticked already, and so is the day while the cycle runs. */
export function AttestDialog(props: AttestDialogProps) {
  const today = useAsk('office.state', undefined).data?.today;
  const points = useAsk('points.ofMember', { memberNo: props.memberNo });
  const id = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      title={`Attestation of ${props.memberName}`}
      onClose={props.onClose}
      dismissable={!busy}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            Record the slip
          </Button>
        </>
      }
    >
      {points.error === null ? null : <ErrorBanner error={points.error} />}
      {points.data === undefined || today === undefined ? (
        <Skeleton height="160px" />
      ) : (
        <AttestForm
          {...props}
          id={id}
          today={today}
          prefill={attestPrefill(points.data.certifications, props.code, today)}
          onBusy={setBusy}
        />
      )}
    </Dialog>
  );
}

interface AttestFormProps extends AttestDialogProps {
  readonly id: string;
  readonly today: string;
  readonly prefill: ReturnType<typeof attestPrefill>;
  readonly onBusy: (busy: boolean) => void;
}

function AttestForm({ id, today, prefill, memberNo, memberName, onClose, onSaved, onBusy }: AttestFormProps) {
  const [signed, setSigned] = useState(prefill.signedOn);
  const [codes, setCodes] = useState<ReadonlySet<CertificationCode>>(new Set(prefill.codes));
  const [tried, setTried] = useState(false);
  const record = useAct('attestations.record');
  const dated = isCalendarDate(signed) && signed <= today;
  // Until the day is typed the boxes are shown as of the last one on which they could have been signed.
  const attestedOn = dated ? signed : prefill.latest;
  const read = useAsk('attestations.recognise', { text: memberNo, attestedOn }, { keepPrevious: true });
  const slip = read.data?.slip ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!dated || codes.size === 0 || record.isPending) return;
    onBusy(true);
    record.mutate(
      { of: { memberNo }, codes: [...codes], attestedOn: signed },
      {
        onSuccess: (made) => {
          onSaved(`${memberName}: ${made.map(({ code }) => code).join(', ')} attested.`);
          onClose();
        },
        onError: () => onBusy(false),
      },
    );
  };
  return (
    <form id={id} className="points-form" onSubmit={submit} noValidate>
      {record.error === null ? null : <ErrorBanner error={toErrorShape(record.error)} />}
      <TextField
        label="Signed on"
        type="date"
        data-autofocus
        max={prefill.latest}
        value={signed}
        hint={`As the slip says, ${displayDate(prefill.latest)} at the latest`}
        error={
          tried && !dated
            ? `Type the day that stands on the slip, ${displayDate(prefill.latest)} at the latest.`
            : undefined
        }
        onChange={(event) => setSigned(event.target.value)}
      />
      {slip === null ? <Skeleton height="96px" /> : <SlipBoxes slip={slip} codes={codes} onTick={setCodes} />}
      {tried && codes.size === 0 ? (
        <p className="field__error">Tick the cycle that the slip attests.</p>
      ) : null}
    </form>
  );
}
