import { type FormEvent, useId, useState } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { counted } from './counted.ts';

const FORM = 'assign-cases';

interface AssignCasesProps {
  readonly audits: readonly number[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Gives one case or many to a reviewer. */
export function AssignCases({ audits, onClose, onDone }: AssignCasesProps) {
  const actor = useAsk('office.state', undefined).data?.actor ?? '';
  const { data } = useAsk('audits.tallies', undefined);
  const [typed, setTyped] = useState<string | null>(null);
  const owner = typed ?? actor;
  const give = useAct('audits.assign');
  const names = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (give.isPending) return;
    give.mutate(
      { audits, owner: owner.trim() },
      {
        onSuccess: (done) => {
          const to = done.owner === '' ? 'are with nobody now' : `given to ${done.owner}`;
          sayDone(`${counted(done.assigned, 'case')} ${to}.`);
          onDone?.();
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={audits.length === 1 ? 'Give the case to' : `Give ${counted(audits.length, 'case')} to`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={give.isPending}>
            Give
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        {give.error === null ? null : <ErrorBanner error={toErrorShape(give.error)} />}
        <TextField
          label="Reviewer"
          data-autofocus
          autoComplete="off"
          list={names}
          maxLength={120}
          value={owner}
          hint="Empty: nobody has it."
          onChange={(event) => setTyped(event.target.value)}
        />
        <datalist id={names}>
          {(data?.reviewers ?? []).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
