import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import type { PayingMember, Recognised } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { moveChoice } from '../../app/lookup/move-choice.ts';
import { useLookup } from '../../app/lookup/use-lookup.ts';
import { Field } from '../../components/field.tsx';

interface WhoFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly ref: Ref<HTMLInputElement>;
  /** A member was recognised. */
  readonly onMember: (member: PayingMember) => void;
  /** Enter in the empty field. */
  readonly onEmpty: () => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
}

const LIST_ID = 'who-hits';

/** Whose cheque it is: a scanned stub, a member number, or a name with a list to choose from; Enter takes it. */
export function WhoField({ label, hint, ref, onMember, onEmpty, autoFocusInDialog = false }: WhoFieldProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const asked = useRef(0);
  // What a scanner types is nobody's name.
  const scanned = /^ST\d\./i.test(text.trim());
  const found = useLookup(scanned ? '' : text);
  const hits = found.text === text.trim() ? found.hits : [];
  const shown = text.trim() !== '' && !scanned && hits.length > 0;

  const recognise = async (wanted: string) => {
    const turn = ++asked.current;
    try {
      const answer = await ask('payments.recognise', { text: wanted });
      if (turn !== asked.current) return;
      take(answer);
    } catch (error) {
      if (turn === asked.current) setProblem(toErrorShape(error).message);
    }
  };
  const take = ({ candidates, message }: Recognised) => {
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) {
      setText('');
      setChosen(0);
      setProblem(message ?? undefined);
      onMember(only);
    } else
      setProblem(
        message ??
          (candidates.length === 0
            ? 'No member is meant by this: try the member number or part of the name.'
            : 'Several members are meant: choose one from the list.'),
      );
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const wanted = text.trim();
      if (wanted === '') return onEmpty();
      return void recognise(hits[chosen]?.memberNo ?? wanted);
    }
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      setText('');
      return;
    }
    const next = shown ? moveChoice(event.key, chosen, hits.length) : null;
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };

  return (
    <div className="who">
      <Field label={label} hint={hint} error={problem}>
        {(control) => (
          <input
            {...control}
            {...(autoFocusInDialog ? { 'data-autofocus': true } : {})}
            ref={ref}
            type="text"
            className="input"
            role="combobox"
            aria-expanded={shown}
            aria-controls={LIST_ID}
            aria-autocomplete="list"
            aria-activedescendant={shown ? `${LIST_ID}-${chosen}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
              setProblem(undefined);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div id={LIST_ID} role="listbox" aria-label="Members found" className="who__list" hidden={!shown}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          <div
            key={hit.memberNo}
            id={`${LIST_ID}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className="who__hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void recognise(hit.memberNo)}
          >
            <span className="who__name">{hit.name}</span>
            <span className="figures soft">{hit.memberNo}</span>
            <span className="soft">{[hit.city, hit.state].filter((part) => part !== '').join(', ')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
