import { type FormEvent, useState } from 'react';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { assistantPlace } from './assistant-place.ts';

interface FormDialogProps {
  readonly view: ApplicationView;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'intake-form';

/** What the form says beside its points: the signed attestation, and for the exam by which current route. */
export function FormDialog({ view, today, onClose }: FormDialogProps) {
  const [attestedOn, setAttestedOn] = useState(view.attestedOn ?? '');
  const [eligibleBy, setEligibleBy] = useState(view.eligibleBy ?? '');
  const [checkedOn, setCheckedOn] = useState(view.eligibleCheckedOn ?? today);
  const save = useAct('recertification.saveForm');
  const exam = view.route === 'exam';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate(
      {
        application: view.application,
        attestedOn: isCalendarDate(attestedOn) ? attestedOn : null,
        eligibleBy: exam && eligibleBy.trim() !== '' ? eligibleBy.trim() : null,
        eligibleCheckedOn: exam && eligibleBy.trim() !== '' && isCalendarDate(checkedOn) ? checkedOn : null,
      },
      {
        onSuccess: () => {
          sayDone('The form is saved.');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="From the form"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={save.isPending}>
            Save the form
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
        <TextField
          label="Attestation signed on"
          type="date"
          data-autofocus
          max={today}
          hint="The date beside the signature; empty where it is not signed and dated."
          value={attestedOn}
          onChange={(event) => setAttestedOn(event.target.value)}
        />
        {exam ? (
          <>
            <TextField
              label="Eligible today by"
              maxLength={200}
              hint={
                <>
                  {view.code === 'RMA'
                    ? 'The route that the RMA Eligibility Assistant found (SC-RECERT-4). '
                    : 'Current criteria count, not those at first certification (SC-LAPSE-0). '}
                  <Link to={assistantPlace(view)}>Open the assistant</Link>
                </>
              }
              value={eligibleBy}
              onChange={(event) => setEligibleBy(event.target.value)}
            />
            <TextField
              label="Checked on"
              type="date"
              max={today}
              value={checkedOn}
              onChange={(event) => setCheckedOn(event.target.value)}
            />
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
