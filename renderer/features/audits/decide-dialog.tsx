import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Elsewhere } from './elsewhere.tsx';

const FORM = 'decide-form';

/** Confirms the outcome that the rules find; a non-compliant one is proposed to a second reviewer. */
export function DecideDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { computed, audit } = view;
  const outcome = computed.outcome === 'compliant' ? 'compliant' : 'non-compliant';
  const appealed = view.state === 'appealed';
  const reversal = appealed && view.outcome !== outcome;
  const [reason, setReason] = useState('');
  const [citation, setCitation] = useState(computed.reasons.at(-1)?.citation ?? '');
  const decide = useAct('audits.decide');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decide.isPending) return;
    decide.mutate(
      { audit, outcome, reason, citation: reversal ? citation : null },
      {
        onSuccess: () => {
          sayDone(
            outcome === 'compliant'
              ? `${view.memberName}, ${view.code}: compliant.`
              : 'Proposed as non-compliant; a second reviewer has to agree.',
          );
          onClose();
        },
      },
    );
  };
  const button = outcome === 'compliant' ? 'Decide: compliant' : 'Propose: non-compliant';
  return (
    <Dialog
      title={reversal ? 'Reverse the decision' : 'Confirm the outcome'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={FORM}
            look={outcome === 'compliant' ? 'primary' : 'danger'}
            busy={decide.isPending}
          >
            {button}
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        {computed.reasons.map(({ text, citation: id }) => (
          <p key={`${id} ${text}`}>
            {text} <span className="case-citation">{id}</span>
          </p>
        ))}
        <p className="soft">
          {outcome === 'compliant'
            ? 'The case is decided, and final with its letter.'
            : computed.outcome === 'more-asked'
              ? 'The member could still be asked for more. Once a second reviewer agrees and the letter is mailed, the member must recertify.'
              : 'Once a second reviewer agrees and the letter is mailed, the certification lapses by audit and the member must recertify.'}
        </p>
        <Elsewhere audit={view.audit} rejecting={null} />
        {decide.error === null ? null : <ErrorBanner error={toErrorShape(decide.error)} />}
        <TextField
          label={appealed ? 'Reason' : 'Reason (if there is something to say)'}
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {reversal ? (
          <TextField
            label="Sentence that it follows"
            autoComplete="off"
            maxLength={40}
            value={citation}
            onChange={(event) => setCitation(event.target.value)}
          />
        ) : null}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
      </form>
    </Dialog>
  );
}
