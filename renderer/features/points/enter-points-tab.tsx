import { CornerDownLeft, Undo2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WhoField } from '../../app/lookup/who-field.tsx';
import { Link } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { EMPTY_FORM, nextForm } from './activity-form.ts';
import { enteredWords } from './entered-words.ts';
import { memberMeant, type Who } from './member-meant.ts';
import { useActivityEntry } from './use-activity-entry.ts';
import { Verdicts } from './verdicts.tsx';
import './points.css';

interface Entered extends Who {
  readonly activity: number;
  readonly title: string;
  readonly words: string;
}

/** Activities one after the other by keyboard: who, what, Enter. The member stays for the next one; Esc goes to another. */
export function EnterPointsTab() {
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const [who, setWho] = useState<Who | null>(null);
  const [entered, setEntered] = useState<readonly Entered[]>([]);
  const entry = useActivityEntry(who?.memberNo ?? null, EMPTY_FORM);
  const whoField = useRef<HTMLInputElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => whoField.current?.focus(), []);
  useKeys('Enter points', [
    { keys: 'Enter', does: 'Enter the activity' },
    { keys: 'Escape', does: 'Another member' },
  ]);

  const onMember = (member: Who) => {
    flushSync(() => setWho(member));
    titleField.current?.focus();
  };
  const otherMember = () => {
    flushSync(() => {
      setWho(null);
      entry.startAnew(nextForm(entry.form));
    });
    whoField.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (who === null) return whoField.current?.focus();
    entry.save(({ activity, preview }) => {
      const words = enteredWords(preview);
      const title = entry.form.title.trim();
      if (activity !== null)
        setEntered((before) => [{ ...who, activity, title, words }, ...before].slice(0, 8));
      sayDone(words);
      flushSync(() => entry.startAnew(nextForm(entry.form)));
      titleField.current?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || who === null) return;
    event.preventDefault();
    otherMember();
  };

  return (
    <div className="enter-points">
      <form
        className="activity-entry"
        aria-label="Enter an activity"
        onSubmit={submit}
        onKeyDown={onKeyDown}
        noValidate
      >
        <div className="activity-entry__typed">
          {who === null ? (
            <WhoField
              ref={whoField}
              label="Whose activity"
              hint="A member number or name"
              recognise={memberMeant}
              onMember={onMember}
              onEmpty={() => undefined}
            />
          ) : (
            <p className="enter-points__who">
              <Link to={`/members/${who.memberNo}?tab=points`}>{who.name}</Link>
              <span className="figures soft">{who.memberNo}</span>
              <Button look="quiet" onClick={otherMember}>
                Another member (Esc)
              </Button>
            </p>
          )}
          {entry.error === null ? null : <ErrorBanner error={toErrorShape(entry.error)} />}
          <ActivityFields
            form={entry.form}
            onChange={entry.change}
            today={today}
            problem={entry.problem}
            titleRef={titleField}
          />
          <Button type="submit" look="primary" icon={CornerDownLeft} busy={entry.saving}>
            {entry.confirming ? 'Enter it all the same' : 'Enter the activity'}
          </Button>
        </div>
        <Verdicts
          preview={entry.preview}
          waiting={
            who === null
              ? 'Say whose activity it is.'
              : 'Type what it was: the rules say here what it counts for.'
          }
        />
      </form>
      {entered.length === 0 ? null : (
        <section aria-label="Entered just now">
          <h2>Entered just now</h2>
          <ul className="enter-points__list">
            {entered.map((one) => (
              <EnteredRow
                key={one.activity}
                entered={one}
                onUndone={() =>
                  setEntered((before) => before.filter(({ activity }) => activity !== one.activity))
                }
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function EnteredRow({ entered, onUndone }: { readonly entered: Entered; readonly onUndone: () => void }) {
  const withdraw = useAct('points.withdraw');
  return (
    <li>
      <span>
        <strong>{entered.title}</strong> <span className="soft">{entered.words}</span>
      </span>
      <Button
        look="quiet"
        icon={Undo2}
        busy={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(
            { activity: entered.activity, reason: 'Entered by mistake' },
            {
              onSuccess: ({ text }) => {
                sayDone(text);
                onUndone();
              },
              onError: sayError,
            },
          )
        }
      >
        Undo<span className="visually-hidden"> {entered.title}</span>
      </Button>
    </li>
  );
}
