import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { NamedPeople } from './named-people.tsx';

/** Who may allow a waiver, a refund or an override, by the names that the journal knows. */
export function ManagersField() {
  const managers = useAsk('office.managers', undefined).data;
  const actor = useAsk('office.state', undefined).data?.actor ?? '';
  const save = useAct('office.saveManagers');
  if (managers === undefined) return null;
  return (
    <NamedPeople
      id="managers"
      title="Managers"
      about={`A waiver or a refund needs one of them. They are known by the name under which they use this computer; yours is ${actor}.`}
      names={managers}
      nobody="Nobody is named yet, so nothing can be waived or refunded."
      words={{
        add: 'Name as a manager',
        added: (name) => `${name} may now allow exceptions.`,
        removed: (name) => `${name} is no longer a manager.`,
      }}
      saving={save.isPending}
      error={save.error}
      onSave={(names, done) => save.mutate({ names: [...names] }, { onSuccess: done })}
    />
  );
}
