import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { Field } from '../../components/field.tsx';
import { moveChoice } from './move-choice.ts';
import { typeAhead } from './type-ahead.ts';
import { useLookup } from './use-lookup.ts';
import './who-field.css';

/** What a text was found to mean. */
export interface Meant<T> {
  /** null where it is not plain who is meant. */
  readonly found: T | null;
  /** What there is to say about it; null = the usual. */
  readonly message: string | null;
}

interface WhoFieldProps<T> {
  readonly label: string;
  readonly hint: string;
  readonly ref: Ref<HTMLInputElement>;
  /** Finds out who is meant by a scanned code, a number, or the member chosen from the list. */
  readonly recognise: (text: string) => Promise<Meant<T>>;
  /** Somebody was recognised. */
  readonly onMember: (found: T) => void;
  /** Enter in the empty field. */
  readonly onEmpty: () => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
  /** Who is looked up at once, as if typed and taken; empty = nobody. */
  readonly wanted?: string;
}

const LIST_ID = 'who-hits';

/** Who is meant: a scanned code, a member number, or a name with a list to choose from; Enter takes it. */
export function WhoField<T>({
  label,
  hint,
  ref,
  recognise,
  onMember,
  onEmpty,
  autoFocusInDialog = false,
  wanted = '',
}: WhoFieldProps<T>) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const asked = useRef(0);
  const looking = useRef(false);
  const unread = useRef<HTMLInputElement | null>(null);
  const [ahead] = useState(typeAhead);
  // What a scanner types is nobody's name.
  const scanned = /^ST\d\./i.test(text.trim());
  const found = useLookup(scanned ? '' : text);
  const hits = found.text === text.trim() ? found.hits : [];
  const shown = text.trim() !== '' && !scanned && hits.length > 0;

  const look = async (who: string) => {
    const turn = ++asked.current;
    looking.current = true;
    try {
      const meant = await recognise(who);
      if (turn !== asked.current) return;
      looking.current = false;
      take(meant);
    } catch (error) {
      if (turn !== asked.current) return;
      stopLooking();
      setProblem(toErrorShape(error).message);
    }
  };
  const stopLooking = () => {
    asked.current += 1;
    looking.current = false;
    ahead.forget();
  };
  const take = ({ found: meant, message }: Meant<T>) => {
    if (meant === null) {
      ahead.forget();
      // The next scan takes the place of the one that meant nobody.
      unread.current?.select();
      return setProblem(message ?? 'No member is meant by this: try the number or part of the name.');
    }
    setText('');
    setChosen(0);
    setProblem(message ?? undefined);
    onMember(meant);
    void ahead.pressAgain();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once for each who is wanted
  useEffect(() => {
    if (wanted !== '') void look(wanted);
  }, [wanted]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (looking.current && event.key === 'Escape') stopLooking();
    else if (looking.current && ahead.keep(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const typed = text.trim();
      if (typed === '') return onEmpty();
      unread.current = scanned ? event.currentTarget : null;
      return void look(hits[chosen]?.memberNo ?? typed);
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
            onClick={() => void look(hit.memberNo)}
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
