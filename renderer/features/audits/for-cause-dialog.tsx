import { type FormEvent, useState } from 'react';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'for-cause-form';
const CODES = CERTIFICATION_CODES.map((code) => ({ value: code, text: code }));

/** Opens the audit of a member's last finished cycle for a reason, apart from every sample. */
export function ForCauseDialog({ onClose }: { readonly onClose: () => void }) {
  const [memberNo, setMemberNo] = useState('');
  const [code, setCode] = useState<CertificationCode>('RMA');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const open = useAct('audits.forCause');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (memberNo.trim() === '' || reason.trim() === '' || open.isPending) return;
    open.mutate(
      { memberNo: memberNo.trim(), code, reason },
      {
        onSuccess: ({ cycleStart }) => {
          sayDone(
            `The ${code} of ${memberNo.trim()} is audited for the cycle from ${displayDate(cycleStart)}.`,
          );
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Audit for cause"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={open.isPending}>
            Open the audit
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          The last cycle that the certification left is audited. It is marked as for cause, and no draw will
          take it.
        </p>
        {open.error === null ? null : <ErrorBanner error={toErrorShape(open.error)} />}
        <div className="audits__pair">
          <TextField
            label="Member number"
            data-autofocus
            className="figures"
            autoComplete="off"
            value={memberNo}
            error={tried && memberNo.trim() === '' ? 'Type the member’s number, such as 700412.' : undefined}
            onChange={(event) => setMemberNo(event.target.value)}
          />
          <Select
            label="Certification"
            value={code}
            options={CODES}
            onChange={(event) =>
              setCode(CERTIFICATION_CODES.find((one) => one === event.target.value) ?? code)
            }
          />
        </div>
        <TextField
          label="Why"
          autoComplete="off"
          value={reason}
          error={tried && reason.trim() === '' ? 'Write why it is opened.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {/* Enter in a field submits even where the form's button stands outside it. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Open the audit
        </button>
      </form>
    </Dialog>
  );
}
