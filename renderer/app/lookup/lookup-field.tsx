import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isMac } from '../../api/bridge.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { displayKeys } from '../keys.ts';
import { navigate } from '../navigation.tsx';
import { LookupHits, optionId } from './lookup-hits.tsx';
import { moveChoice } from './move-choice.ts';
import { useLookup } from './use-lookup.ts';
import './lookup.css';

const LIST_ID = 'lookup-hits';

/** The lookup that is always in sight: type a name, number, phone, e-mail or ZIP; arrows choose, Enter opens. */
export function LookupField() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const enterWaits = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const found = useLookup(text);
  const settled = found.text === text.trim();
  const shown = open && text.trim() !== '';

  const openMember = (memberNo: string) => {
    setOpen(false);
    setText('');
    field.current?.blur();
    navigate(`/members/${encodeURIComponent(memberNo)}`);
  };

  // Enter pressed before the answer was there: open the best hit as soon as it is.
  useEffect(() => {
    if (!settled || !enterWaits.current) return;
    enterWaits.current = false;
    const best = found.hits[0];
    if (best !== undefined) openMember(best.memberNo);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') field.current?.blur();
      setText('');
      setOpen(false);
      return;
    }
    if (event.key === 'Enter') {
      const hit = found.hits[chosen];
      if (text.trim() === '') return;
      if (settled && hit !== undefined) openMember(hit.memberNo);
      else enterWaits.current = !settled;
      return;
    }
    const next = moveChoice(event.key, chosen, found.hits.length);
    if (next === null) return;
    event.preventDefault();
    setOpen(true);
    setChosen(next);
  };

  return (
    <search className="lookup">
      <Search size={16} strokeWidth={1.75} aria-hidden className="lookup__icon" />
      <input
        ref={field}
        id="lookup"
        type="text"
        role="combobox"
        aria-label="Look a member up"
        aria-expanded={shown}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={shown && found.hits.length > 0 ? optionId(chosen) : undefined}
        autoComplete="off"
        spellCheck={false}
        className="lookup__input"
        placeholder="Name, number, phone, e-mail or ZIP"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setChosen(0);
          enterWaits.current = false;
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="lookup__hint" aria-hidden="true">
        <KeyHint keys={displayKeys('mod+k', isMac())} />
      </span>
      <LookupHits
        id={LIST_ID}
        shown={shown}
        found={found}
        settled={settled}
        chosen={chosen}
        onOpen={openMember}
      />
    </search>
  );
}
