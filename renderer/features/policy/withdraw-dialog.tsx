import { type FormEvent, useState } from 'react';
import type { PolicyHistory } from '../../../shared/domain/policy.ts';
import type { ShownDecision } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { PreviewButton, Previewed, usePreview } from './previewed.tsx';
import { isSaid, NOTHING_SAID, SaidFields, saidInput } from './said-fields.tsx';
import { useDecide } from './use-decide.ts';

interface WithdrawDialogProps {
  readonly history: PolicyHistory;
  readonly decision: ShownDecision;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'policy-withdraw';

/** Takes a decision back: one more entry of the trail, after which it is as if the decision had not been made. */
export function WithdrawDialog({ history, decision, today, onClose }: WithdrawDialogProps) {
  const [said, setSaid] = useState(NOTHING_SAID);
  const [tried, setTried] = useState(false);
  const { decide, deciding, error } = useDecide(onClose);
  const { from, value } = decision;
  const day = from > today ? from : null;
  const preview = usePreview({ values: [], without: decision.decision, asOf: day, against: day });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!preview.seen) return preview.run();
    setTried(true);
    if (!isSaid(said, false)) return;
    const { reason, approvedBy } = saidInput(said);
    decide({ kind: 'withdraw', decision: decision.decision, reason, approvedBy });
  };
  const words = value === null ? 'the decision' : policyValueWords(history.unit, value);
  return (
    <Dialog
      title={`Withdraw: ${history.title}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {preview.seen ? (
            <Button type="submit" form={FORM} look="danger" busy={deciding}>
              Withdraw {words}
            </Button>
          ) : (
            <PreviewButton preview={preview} form={FORM} />
          )}
        </>
      }
    >
      <form id={FORM} className="decide" onSubmit={submit}>
        {error === null ? null : <ErrorBanner error={error} />}
        <p>
          {words} from {displayDate(from)} no longer holds; what held without it holds again. The decision
          stays in the history, with who withdrew it and why.
        </p>
        <SaidFields said={said} onChange={setSaid} tried={tried} withReference={false} />
        <Previewed preview={preview} />
      </form>
    </Dialog>
  );
}
