import { Undo2 } from 'lucide-react';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ReturnedLetter, ReturnReason } from '../../../shared/domain/returned-mail.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { usePage } from '../../components/pager.tsx';
import { LetterFound } from './letter-found.tsx';
import { ReturnedList } from './returned-list.tsx';

/**
 * Post that came back, one letter after the other, by scanner and keyboard alone: the scanned code and Enter show whose it is, a digit
 * or Enter says why, and the field is ready for the next one.
 */
export function ReturnedPanel() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<ReturnedLetter | null>(null);
  const [last, setLast] = useState<ReturnedLetter | null>(null);
  const [error, setError] = useState<ErrorShape | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const list = useAsk('returned.list', { offset, limit }, { keepPrevious: true });

  useLayoutEffect(() => field.current?.focus(), []);
  useKeys('Returned mail', [
    { keys: 'Enter', does: 'Look the letter up; say why and go on' },
    { keys: ['1', '2', '3', '4', '5', '6', '7', '8'], does: 'Choose why it came back' },
    { keys: 'Escape', does: 'Leave the letter' },
    { keys: 'mod+z', does: 'Undo the last one', run: () => void undo() },
  ]);

  const next = () => {
    setFound(null);
    setText('');
    field.current?.focus();
  };
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(toErrorShape(failure));
      field.current?.select();
    } finally {
      setBusy(false);
    }
  }
  const lookUp = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void attempt(async () => setFound(await ask('returned.letter', { text })));
  };
  const record = (letter: ReturnedLetter, reason: ReturnReason, note: string) =>
    attempt(async () => {
      const name = `${letter.run} ${letter.sheet}`;
      setLast(await ask('returned.record', { text: name, reason, note }));
      next();
    });
  const undo = () =>
    attempt(async () => {
      if (last === null) return;
      await ask('returned.undo', { run: last.run, sheet: last.sheet });
      setLast(null);
      next();
    });

  return (
    <div className="returned">
      <form className="returned__scan" onSubmit={lookUp}>
        <TextField
          ref={field}
          label="Scan the code of a returned letter"
          hint="Or type the run and sheet at its top right (2026-12-A 17), or the member’s number."
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setFound(null);
          }}
        />
        <Button type="submit" look={found === null ? 'primary' : 'plain'} busy={busy}>
          Find the letter
        </Button>
      </form>
      {error === null ? null : <ErrorBanner error={error} />}
      {found === null ? null : (
        <LetterFound
          key={`${found.run} ${found.sheet}`}
          letter={found}
          busy={busy}
          onRecord={(reason, note) => void record(found, reason, note)}
          onLeave={next}
        />
      )}
      {last === null || found !== null ? null : (
        <p className="returned__last" role="status">
          <span>
            {last.memberName}, sheet {last.sheet} of run {last.run}: {last.already?.reason}. {said(last)}
          </span>
          <Button look="quiet" icon={Undo2} onClick={() => void undo()}>
            Undo
          </Button>
        </p>
      )}
      <ReturnedList rows={list.data} page={page} error={list.error} onRetry={() => void list.refetch()} />
    </div>
  );
}

const SHOWN = 200;

function said({ sentToCurrent, canBeEmailed }: ReturnedLetter): string {
  if (!sentToCurrent) return 'There has been another address since, which stays.';
  return canBeEmailed
    ? 'The address is marked as bad; the next notice goes by e-mail.'
    : 'The address is marked as bad; the next notice is held until there is a new one.';
}
