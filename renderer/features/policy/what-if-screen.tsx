import { FlaskConical, Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { entryOn, type PolicyHistory } from '../../../shared/domain/policy.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate, useQueryText } from '../../app/navigation.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card, Screen } from '../../components/screen.tsx';
import { Working } from '../../components/working.tsx';
import { TrialResult } from './trial-result.tsx';
import { ValueField } from './value-field.tsx';
import { readValue, valueText } from './value-text.ts';
import './policy.css';

/** A value in the form: which one, and what stands in its field. */
interface Draft {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** What if: other values, another day, or both, tried on everyone; nothing is written. `?value=NAME` begins with one. */
export function WhatIfScreen() {
  const book = useAsk('policy.book', undefined);
  const today = useAsk('office.state', undefined).data?.today;
  return (
    <Screen
      title="What if"
      about="Try other policy values or another day on everyone; nothing is written."
      actions={<Button onClick={() => navigate('/settings?tab=policy')}>Policy book</Button>}
    >
      {book.error !== null ? (
        <ErrorState error={book.error} onRetry={() => void book.refetch()} />
      ) : book.data === undefined || today === undefined ? (
        <Skeleton height="320px" />
      ) : (
        <Sandbox values={book.data.values} today={today} />
      )}
    </Screen>
  );
}

interface SandboxProps {
  readonly values: readonly PolicyHistory[];
  readonly today: string;
}

function Sandbox({ values, today }: SandboxProps) {
  const [query] = useQueryText();
  const named = values.find(({ name }) => name === query.get('value'));
  const draftOf = (id: number, history: PolicyHistory): Draft => {
    const now = entryOn(history, today);
    return { id, name: history.name, text: now === undefined ? '' : valueText(history.unit, now.value) };
  };
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    named === undefined ? [] : [draftOf(1, named)],
  );
  const [nextId, setNextId] = useState(2);
  const [day, setDay] = useState(today);
  const trial = useJob('whatIf.run', true);

  const historyOf = (name: string) => values.find((each) => each.name === name);
  const rest = values.filter(({ name }) => !drafts.some((draft) => draft.name === name));
  const read = drafts.map(({ name, text }) => ({
    name,
    value: readValue(historyOf(name)?.unit ?? 'points', text),
  }));
  const tried = read.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const dayWrong = !isCalendarDate(day);
  const ready = tried.length === drafts.length && !dayWrong && (drafts.length > 0 || day !== today);
  const change = (id: number, more: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...more } : draft)));
  const add = () => {
    const [first] = rest;
    if (first === undefined) return;
    setDrafts([...drafts, draftOf(nextId, first)]);
    setNextId(nextId + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !trial.running)
      void trial.start({ values: tried, without: null, asOf: day === today ? null : day, against: null });
  };
  return (
    <div className="what-if">
      <Card title="What to try">
        <form className="decide" onSubmit={submit}>
          <div className="what-if__values">
            {drafts.map((draft) => (
              <TriedValue
                key={draft.id}
                draft={draft}
                history={historyOf(draft.name)}
                choices={values.filter(
                  ({ name }) => name === draft.name || rest.some((each) => each.name === name),
                )}
                today={today}
                onChoose={(history) => change(draft.id, draftOf(draft.id, history))}
                onText={(text) => change(draft.id, { text })}
                onRemove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
              />
            ))}
          </div>
          <div className="what-if__day">
            <TextField
              label="Judged as of"
              type="date"
              value={day}
              hint="Compared with today, by what is recorded today."
              error={dayWrong ? 'Choose a day.' : undefined}
              onChange={(event) => setDay(event.target.value)}
            />
          </div>
          {trial.error === null ? null : <ErrorBanner error={trial.error} />}
          {trial.running ? (
            <Working
              title="Trying it on everyone"
              job={trial.job}
              onCancel={trial.cancel}
              note="You can keep working; nothing is written either way."
            />
          ) : (
            <div className="buttons">
              <Button icon={Plus} onClick={add} disabled={rest.length === 0}>
                {drafts.length === 0 ? 'Try another value' : 'And another value'}
              </Button>
              <Button type="submit" look="primary" icon={FlaskConical} disabled={!ready}>
                See who would change
              </Button>
            </div>
          )}
        </form>
      </Card>
      {trial.result === null || trial.job === null ? null : (
        <Card title="What would change">
          <Tried values={values} trial={trial.result.trial} />
          <TrialResult key={trial.job.id} trial={trial.job.id} report={trial.result} />
        </Card>
      )}
    </div>
  );
}

interface TriedValueProps {
  readonly draft: Draft;
  readonly history: PolicyHistory | undefined;
  readonly choices: readonly PolicyHistory[];
  readonly today: string;
  readonly onChoose: (history: PolicyHistory) => void;
  readonly onText: (text: string) => void;
  readonly onRemove: () => void;
}

function TriedValue({ draft, history, choices, today, onChoose, onText, onRemove }: TriedValueProps) {
  if (history === undefined) return null;
  const now = entryOn(history, today);
  return (
    <div className="what-if__value">
      <Select
        label="Policy value"
        value={draft.name}
        options={choices.map(({ name, title }) => ({ value: name, text: title }))}
        onChange={(event) => {
          const chosen = choices.find(({ name }) => name === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
      <ValueField
        unit={history.unit}
        label="Tried"
        text={draft.text}
        onChange={onText}
        wrong={readValue(history.unit, draft.text) === null}
        hint={now === undefined ? '' : `Now ${policyValueWords(history.unit, now.value)}.`}
      />
      <IconButton icon={X} label={`Do not try ${history.title}`} onClick={onRemove} />
    </div>
  );
}

interface TriedProps {
  readonly values: readonly PolicyHistory[];
  readonly trial: { readonly values: readonly { readonly name: string; readonly value: number | string }[] };
}

/** Which values the result is about: the form may say others by now. */
function Tried({ values, trial }: TriedProps) {
  if (trial.values.length === 0) return null;
  return (
    <p className="soft">
      {trial.values
        .map(({ name, value }) => {
          const history = values.find((each) => each.name === name);
          return history === undefined ? name : `${history.title}: ${policyValueWords(history.unit, value)}`;
        })
        .join('; ')}
    </p>
  );
}
