import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup.ts';
import { ask } from '../../api/ask.ts';
import { Field } from '../../components/field.tsx';
import './lookup.css';

interface MemberFieldProps {
  readonly label: string;
  /** Who is chosen now. */
  readonly shown: string;
  readonly onChoose: (memberNo: string) => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
}

const LIMIT = 6;

/** A member, looked up by name or number; the arrow keys and Enter choose. */
export function MemberField({ label, shown, onChoose, autoFocusInDialog = false }: MemberFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const [hits, setHits] = useState<readonly LookupHit[]>([]);
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const wanted = text?.trim() ?? '';
  const open = wanted !== '' && hits.length > 0;

  useEffect(() => {
    let gone = false;
    setChosen(0);
    if (wanted === '') setHits([]);
    else
      ask('members.lookup', { text: wanted, limit: LIMIT }).then(
        (found) => {
          if (!gone) setHits(found);
        },
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [wanted]);

  const choose = (hit: LookupHit | undefined) => {
    if (hit === undefined) return;
    setText(null);
    onChoose(hit.memberNo);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== null) setText(null);
    else if (!open) return;
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % hits.length);
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + hits.length) % hits.length);
    else if (event.key === 'Enter') choose(hits[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="member-field">
      <Field label={label}>
        {(control) => (
          <input
            {...control}
            {...(autoFocusInDialog ? { 'data-autofocus': true } : {})}
            type="text"
            className="input"
            role="combobox"
            autoComplete="off"
            placeholder="Name or member number"
            value={text ?? shown}
            aria-expanded={open}
            aria-controls={list}
            aria-activedescendant={open ? `${list}-${chosen}` : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => setText(null)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div id={list} role="listbox" aria-label="Members found" className="member-field__hits" hidden={!open}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's; the focus stays in its field
          // biome-ignore lint/a11y/useFocusableInteractive: named by the field's aria-activedescendant
          <div
            key={hit.memberNo}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="member-field__hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            {hit.name} <span className="soft figures">{hit.memberNo}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
