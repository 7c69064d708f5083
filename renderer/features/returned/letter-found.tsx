import { MailX } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  RETURN_REASONS,
  type ReturnedLetter,
  type ReturnReason,
} from '../../../shared/domain/returned-mail.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Banner } from '../../components/notices.tsx';

interface LetterFoundProps {
  readonly letter: ReturnedLetter;
  readonly busy: boolean;
  readonly onRecord: (reason: ReturnReason, note: string) => void;
  readonly onLeave: () => void;
}

/** Whose letter it is, and why it came back: a digit chooses, Enter notes it. */
export function LetterFound({ letter, busy, onRecord, onLeave }: LetterFoundProps) {
  const [reason, setReason] = useState<ReturnReason>('moved');
  const [note, setNote] = useState('');
  const group = useRef<HTMLFieldSetElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const again = letter.already !== null;
  const scanning = useRef(false);
  const [tooSoon, setTooSoon] = useState(false);
  // Before it is painted: whoever sees the letter can press a digit, which must not end up in the field of the code.
  useLayoutEffect(() => {
    const chosen = group.current?.querySelector<HTMLElement>('input:checked');
    (chosen ?? next.current)?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (!typing && isOfAnotherCode(event)) {
      event.preventDefault();
      scanning.current = event.key !== 'Enter';
      setTooSoon(true);
      return;
    }
    const chosen = typing ? undefined : RETURN_REASONS[Number(event.key) - 1];
    if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setReason(chosen.id);
    document.getElementById(`reason-${chosen.id}`)?.focus();
  };
  /** A code starts with a letter, which no reason has: up to its Enter, what is typed is the next letter's and chooses nothing for this one. */
  function isOfAnotherCode({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    return scanning.current ? key === 'Enter' || key.length === 1 : /^[a-z]$/i.test(key);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !again) onRecord(reason, note);
  };

  return (
    <form
      className="letter-found card"
      aria-label="The returned letter"
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className="letter-found__whose">
        <h2>
          {letter.memberName}{' '}
          <Link to={`/members/${encodeURIComponent(letter.memberNo)}`} className="figures">
            {letter.memberNo}
          </Link>
        </h2>
        <p className="soft figures">
          Sheet {letter.sheet} of run {letter.run}
          {letter.mailedOn === null
            ? ', not marked as mailed'
            : `, mailed on ${displayDate(letter.mailedOn)}`}
        </p>
        <address className="letter-found__address">{letter.addressLines.join('\n')}</address>
        {tooSoon ? (
          <Banner kind="warning">
            Another code was scanned before this letter was noted.{' '}
            {again ? 'Press Enter' : 'Say why this one came back'}, then scan the other one again.
          </Banner>
        ) : null}
        {letter.sentToCurrent ? null : (
          <Banner kind="info">The address has changed since; the new one stays as it is.</Banner>
        )}
        {letter.badReason === null || again ? null : (
          <Banner kind="info">The address is marked as bad already: {letter.badReason}.</Banner>
        )}
      </div>
      {again ? (
        <div className="letter-found__why">
          <Banner kind="warning">
            This letter was noted as returned on {displayDate(letter.already?.on ?? '')}:{' '}
            {letter.already?.reason}.
          </Banner>
          <div className="buttons">
            <Button look="primary" ref={next} onClick={onLeave}>
              Next letter
            </Button>
          </div>
        </div>
      ) : (
        <div className="letter-found__why">
          <fieldset ref={group} className="reasons">
            <legend className="fieldset__legend">Why it came back</legend>
            {RETURN_REASONS.map(({ id, words }, at) => (
              <label key={id} className="reasons__one">
                <input
                  type="radio"
                  id={`reason-${id}`}
                  name="reason"
                  checked={id === reason}
                  onChange={() => setReason(id)}
                />
                <kbd className="reasons__key">{at + 1}</kbd>
                <span>
                  {words[0]?.toUpperCase()}
                  {words.slice(1)}
                </span>
              </label>
            ))}
          </fieldset>
          <TextField
            label="In your own words"
            hint="Instead of the reason, where none of them says it."
            value={note}
            maxLength={120}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="buttons">
            <Button type="submit" look="primary" icon={MailX} busy={busy}>
              Note it as returned
            </Button>
            <Button onClick={onLeave}>Leave it</Button>
          </div>
        </div>
      )}
    </form>
  );
}
