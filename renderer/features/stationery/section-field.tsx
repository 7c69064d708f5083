import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import {
  FIELD_WORDS,
  fieldBeingTyped,
  type LetterFault,
  SECTION_TITLES,
  withField,
} from '../../../shared/domain/letters.ts';

interface SectionFieldProps {
  readonly name: string;
  readonly text: string;
  /** What may be named here. */
  readonly fields: readonly string[];
  readonly fault: LetterFault | null;
  readonly onChange: (text: string) => void;
}

/** Where a part's field is found. */
export function sectionId(name: string): string {
  return `letter-part-${name}`;
}

/** One part of a letter. Typing `{{` lists the fields: the arrow keys choose, Enter or Tab puts it in, Esc goes on typing. */
export function SectionField({ name, text, fields, fault, onChange }: SectionFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [caret, setCaret] = useState<number | null>(null);
  const list = useId();
  const words = SECTION_TITLES[name] ?? { title: name, about: '' };
  const allowed = name === 'slip' ? fields.filter((field) => field.startsWith('office.')) : fields;
  const typed = at === null ? null : fieldBeingTyped(text, at);
  const offered =
    typed === null
      ? []
      : allowed.filter((field) => field.includes(typed.begun.toLowerCase())).sort(byBeginning(typed.begun));
  const open = offered.length > 0;
  const current = Math.min(chosen, offered.length - 1);

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
    if (caret === null) return;
    element.setSelectionRange(caret, caret);
    setCaret(null);
  });

  const put = (field: string) => {
    const place = area.current?.selectionStart ?? text.length;
    const filled = withField(text, place, field);
    onChange(filled.text);
    setCaret(filled.at);
    setAt(null);
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!open) return;
    const field = offered[current];
    if (event.key === 'ArrowDown') setChosen((current + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((current - 1 + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && field !== undefined) put(field);
    else if (event.key === 'Escape') setAt(null);
    else return;
    event.preventDefault();
  };

  const id = sectionId(name);
  return (
    <div className="section-field">
      <label className="field__label" htmlFor={id}>
        {words.title}
        {words.about === '' ? null : <span className="faint"> · {words.about}</span>}
      </label>
      <textarea
        ref={area}
        id={id}
        className="input section-field__text"
        rows={1}
        value={text}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${current}` : undefined}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => {
          onChange(event.target.value);
          setAt(event.target.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => {
          if (at !== null && event.currentTarget.selectionStart !== at) setAt(null);
        }}
        onBlur={() => setAt(null)}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <div id={list} role="listbox" aria-label="Fields" className="section-field__fields">
          {offered.map((field, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's; the focus stays in it
            // biome-ignore lint/a11y/useFocusableInteractive: named by the field's aria-activedescendant
            <div
              key={field}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              className="section-field__option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => put(field)}
            >
              <code>{`{{${field}}}`}</code> <span className="soft">{FIELD_WORDS[field]}</span>
            </div>
          ))}
        </div>
      ) : null}
      {fault === null || open ? null : (
        <p id={`${id}-fault`} className="field__error">
          {lineOf(text, fault.from)}
          {fault.message}
        </p>
      )}
    </div>
  );
}

/** Fields that begin with what was typed come first. */
function byBeginning(begun: string): (a: string, b: string) => number {
  return (a, b) => Number(b.startsWith(begun)) - Number(a.startsWith(begun));
}

/** Which paragraph, where there are several. */
function lineOf(text: string, at: number): string {
  if (!text.includes('\n')) return '';
  return `Paragraph ${text.slice(0, at).split(/\n\s*\n/).length}: `;
}
