import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { isDecisionLetter } from '../../../shared/domain/audit-letters.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'withdraw-form';

/** Takes a decision back that is not final; where its letter lies printed already, its sheet is to be taken out. */
export function WithdrawDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useAct('audits.withdraw');
  const letter = view.letters.findLast(({ kind }) => isDecisionLetter(kind));
  const inRun = letter?.state === 'prepared' || letter?.state === 'printed' ? letter.run : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || withdraw.isPending) return;
    withdraw.mutate(
      { audit: view.audit, reason },
      {
        onSuccess: () => {
          sayDone(`${view.memberName}, ${view.code}: the decision is withdrawn.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Withdraw the decision"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={withdraw.isPending}>
            Withdraw the decision
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          The case is judged on from where it was; the decision stays on record as withdrawn.
          {inRun === null
            ? ''
            : ` Its letter is in run ${inRun}, which was not mailed yet: its sheet has to be taken out, and its e-mail is not sent.`}
        </p>
        {withdraw.error === null ? null : <ErrorBanner error={toErrorShape(withdraw.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? 'Say what is to be looked at again.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Withdraw the decision
        </button>
      </form>
    </Dialog>
  );
}
