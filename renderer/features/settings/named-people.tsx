import { X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { StandingError } from '../../../shared/ipc/errors.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

interface NamedPeopleProps {
  readonly id: string;
  readonly title: string;
  /** What they may do, and how they are known. */
  readonly about: ReactNode;
  readonly names: readonly string[];
  /** Said while nobody is named. */
  readonly nobody: string;
  readonly words: {
    readonly add: string;
    added(name: string): string;
    removed(name: string): string;
  };
  readonly saving: boolean;
  readonly error: StandingError | null;
  readonly onSave: (names: readonly string[], done: () => void) => void;
}

/** People named for something, by the names that the journal knows. */
export function NamedPeople({
  id,
  title,
  about,
  names,
  nobody,
  words,
  saving,
  error,
  onSave,
}: NamedPeopleProps) {
  const [name, setName] = useState('');
  const put = (next: readonly string[], said: string) =>
    onSave(next, () => {
      setName('');
      sayDone(said);
    });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== '' && !saving) put([...names, wanted], words.added(wanted));
  };
  return (
    <section className="managers" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="soft">{about}</p>
      {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
      {names.length === 0 ? (
        <p>{nobody}</p>
      ) : (
        <ul className="managers__list">
          {names.map((one) => (
            <li key={one}>
              {one}
              <IconButton
                icon={X}
                label={words.removed(one).replace(/\.$/, '')}
                onClick={() =>
                  put(
                    names.filter((other) => other !== one),
                    words.removed(one),
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
        <Button type="submit" busy={saving}>
          {words.add}
        </Button>
      </form>
    </section>
  );
}
