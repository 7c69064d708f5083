import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Elsewhere } from './elsewhere.tsx';

const FORM = 'second-form';

/** What a second reviewer says of a non-compliant outcome: whoever is at the desk, or a manager who looks at it there. */
export function SecondDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const actor = useAsk('office.state', undefined).data?.actor ?? '';
  const known = useAsk('office.managers', undefined).data;
  const managers = known ?? [];
  const first = view.proposal?.by ?? '';
  const names = [...new Set([actor, ...managers])].filter((name) => name !== '' && name !== first);
  const [by, setBy] = useState<string | null>(null);
  const [agrees, setAgrees] = useState('yes');
  const [note, setNote] = useState('');
  const second = useAct('audits.second');
  const chosen = by ?? names[0] ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Before it is known who could look at it, nobody has.
    if (second.isPending || known === undefined) return;
    second.mutate(
      { audit: view.audit, by: chosen === '' ? null : chosen, agrees: agrees === 'yes', note },
      {
        onSuccess: () => {
          sayDone(
            agrees === 'yes'
              ? `${view.memberName}, ${view.code}: decided as non-compliant; final with its letter.`
              : 'The case is in review again.',
          );
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Second opinion"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={FORM}
            look={agrees === 'yes' ? 'danger' : 'primary'}
            busy={second.isPending}
          >
            {agrees === 'yes' ? 'Decide: non-compliant' : 'Send back into review'}
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        {view.computed.reasons.map(({ text, citation }) => (
          <p key={`${citation} ${text}`}>
            {text} <span className="case-citation">{citation}</span>
          </p>
        ))}
        {names.length === 0 ? (
          <p className="soft">
            {first} proposed it. Another person has to look at it: a manager named in Settings, or somebody
            who works at this desk under a name of their own.
          </p>
        ) : (
          <Select
            label="Second reviewer"
            value={chosen}
            options={names.map((name) => ({ value: name, text: name }))}
            onChange={(event) => setBy(event.target.value)}
          />
        )}
        <Select
          label="Opinion"
          data-autofocus
          value={agrees}
          options={[
            { value: 'yes', text: 'Agrees: non-compliant' },
            { value: 'no', text: 'Does not agree' },
          ]}
          onChange={(event) => setAgrees(event.target.value)}
        />
        <Elsewhere audit={view.audit} rejecting={null} />
        {second.error === null ? null : <ErrorBanner error={toErrorShape(second.error)} />}
        <TextField
          label={agrees === 'yes' ? 'Note (if there is something to say)' : 'What to look at again'}
          autoComplete="off"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Give the opinion
        </button>
      </form>
    </Dialog>
  );
}
