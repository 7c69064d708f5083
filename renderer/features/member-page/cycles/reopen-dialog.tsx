import { type FormEvent, useState } from 'react';
import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CycleDetail } from '../../../../shared/domain/cycles.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { useAct } from '../../../api/use-act.ts';
import { Button } from '../../../components/button.tsx';
import { type DecisionDraft, DecisionFields } from '../../../components/decision-fields.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorBanner } from '../../../components/notices.tsx';
import { sayDone } from '../../../components/toast.tsx';

const FORM = 'reopen-form';
const LIKELY = ['SC-CCP-7', 'SC-CCP-3', 'SC-CCP-4', 'SC-CCP-5'];

interface ReopenDialogProps {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cycle: CycleDetail;
  readonly onClose: () => void;
}

/** Takes back the roll of a cycle that the facts no longer support, with a sentence, a reason and a manager. */
export function ReopenDialog({ memberNo, code, cycle, onClose }: ReopenDialogProps) {
  const [draft, setDraft] = useState<DecisionDraft>({
    citation: LIKELY[0] ?? '',
    reason: '',
    approvedBy: '',
  });
  const [tried, setTried] = useState(false);
  const reopen = useAct('cycles.reopen');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.reason.trim() === '' || reopen.isPending) return;
    reopen.mutate(
      {
        memberNo,
        code,
        cycleStart: cycle.start,
        citation: draft.citation,
        reason: draft.reason.trim(),
        approvedBy: draft.approvedBy === '' ? null : draft.approvedBy,
      },
      {
        onSuccess: () => {
          sayDone(`${code}: cycle from ${displayDate(cycle.start)} reopened.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Reopen the cycle ${displayDate(cycle.start)} – ${displayDate(cycle.end)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={reopen.isPending}>
            Reopen the cycle
          </Button>
        </>
      }
    >
      <form id={FORM} className="dialog__form" onSubmit={submit}>
        <p>{cycle.text}</p>
        <p className="soft">
          What was decided stays on record beside the reopening. Once the facts support it again, a sweep
          rolls the cycle anew.
        </p>
        {reopen.error === null ? null : <ErrorBanner error={reopen.error} />}
        <DecisionFields draft={draft} likely={LIKELY} tried={tried} onChange={setDraft} />
      </form>
    </Dialog>
  );
}
