import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

/** Who may allow a waiver, a refund or an override, by the names that the journal knows. */
export function ManagersField() {
  const managers = useAsk('office.managers', undefined).data;
  const actor = useAsk('office.state', undefined).data?.actor ?? '';
  const [name, setName] = useState('');
  const save = useAct('office.saveManagers');
  if (managers === undefined) return null;
  const put = (names: readonly string[], said: string) =>
    save.mutate(
      { names: [...names] },
      {
        onSuccess: () => {
          setName('');
          sayDone(said);
        },
      },
    );
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== '' && !save.isPending) put([...managers, wanted], `${wanted} may now allow exceptions.`);
  };
  return (
    <section className="managers" aria-labelledby="managers">
      <h2 id="managers">Managers</h2>
      <p className="soft">
        A waiver or a refund needs one of them. They are known by the name under which they use this computer;
        yours is {actor}.
      </p>
      {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
      {managers.length === 0 ? (
        <p>Nobody is named yet, so nothing can be waived or refunded.</p>
      ) : (
        <ul className="managers__list">
          {managers.map((one) => (
            <li key={one}>
              {one}
              <IconButton
                icon={X}
                label={`${one} is no longer a manager`}
                onClick={() =>
                  put(
                    managers.filter((other) => other !== one),
                    `${one} is no longer a manager.`,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <form className="managers__add" onSubmit={add}>
        <TextField
          label="Name"
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={save.isPending}>
          Name as a manager
        </Button>
      </form>
    </section>
  );
}
