import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { NamedPeople } from './named-people.tsx';

/** Who may see the answer to the felony question of an application for recertification. */
export function FelonyReadersField() {
  const readers = useAsk('office.felonyReaders', undefined).data;
  const save = useAct('office.saveFelonyReaders');
  if (readers === undefined) return null;
  return (
    <NamedPeople
      id="felony-readers"
      title="Felony details"
      about="Only they open the felony question of an application for recertification, and each opening is journalled. Where there are managers, a manager names them."
      names={readers}
      nobody="Nobody is named yet, so nobody can record or read felony details."
      words={{
        add: 'Let them see felony details',
        added: (name) => `${name} may now see felony details.`,
        removed: (name) => `${name} may no longer see felony details.`,
      }}
      saving={save.isPending}
      error={save.error}
      onSave={(names, done) => save.mutate({ names: [...names] }, { onSuccess: done })}
    />
  );
}
