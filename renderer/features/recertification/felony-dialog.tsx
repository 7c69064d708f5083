import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ApplicationView, FelonyAnswer } from '../../../shared/domain/recertification.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

interface FelonyDialogProps {
  readonly view: ApplicationView;
  /** Whether what is there may still be changed. */
  readonly open: boolean;
  readonly onClose: () => void;
}

const FORM = 'felony-form';
const NOTHING: FelonyAnswer = { answer: 'no', happenedOn: '', nature: '', court: '', outcome: '' };

/** The felony question: opened only by those named for it, and each opening is journalled. */
export function FelonyDialog({ view, open, onClose }: FelonyDialogProps) {
  const [felony, setFelony] = useState<FelonyAnswer | null>(null);
  const [answered, setAnswered] = useState(false);
  const [refused, setRefused] = useState<ErrorShape | null>(null);
  const asked = useRef(false);
  const record = useAct('recertification.recordFelony');
  const { application } = view;
  useEffect(() => {
    // Each reading is an entry of the journal: one opening asks once.
    if (asked.current) return;
    asked.current = true;
    ask('recertification.readFelony', { application }).then(
      (read) => {
        setAnswered(read !== null);
        setFelony(read ?? NOTHING);
      },
      (error: unknown) => setRefused(toErrorShape(error)),
    );
  }, [application]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (felony === null || record.isPending) return;
    const { answer, happenedOn, nature, court, outcome } = felony.answer === 'no' ? NOTHING : felony;
    record.mutate(
      { application, answer, happenedOn, nature, court, outcome },
      {
        onSuccess: () => {
          sayDone('The felony question is recorded.');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Felony question"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{open ? 'Cancel' : 'Close'}</Button>
          {felony === null || !open ? null : (
            <Button type="submit" form={FORM} look="primary" busy={record.isPending}>
              {answered ? 'Record what was added' : 'Record the answer'}
            </Button>
          )}
        </>
      }
    >
      {refused !== null ? (
        <ErrorBanner error={refused} />
      ) : felony === null ? (
        <Skeleton height="120px" />
      ) : (
        <Question felony={felony} open={open} error={record.error} onType={setFelony} onSubmit={submit} />
      )}
    </Dialog>
  );
}

interface QuestionProps {
  readonly felony: FelonyAnswer;
  readonly open: boolean;
  readonly error: unknown;
  readonly onType: (felony: FelonyAnswer) => void;
  readonly onSubmit: (event: FormEvent) => void;
}

function Question({ felony, open, error, onType, onSubmit }: QuestionProps) {
  const put = (more: Partial<FelonyAnswer>) => onType({ ...felony, ...more });
  return (
    <form id={FORM} className="recert-form" onSubmit={onSubmit}>
      <Banner kind="info">Opening this is in the journal; what it says is nowhere else.</Banner>
      {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
      <fieldset className="routes" disabled={!open}>
        <legend className="field__label">Convicted of a felony?</legend>
        {(['no', 'yes'] as const).map((answer) => (
          <label key={answer} className="checkbox">
            <input
              type="radio"
              name="felony"
              checked={felony.answer === answer}
              onChange={() => put({ answer })}
            />
            <span>{answer === 'no' ? 'No' : 'Yes'}</span>
          </label>
        ))}
      </fieldset>
      {felony.answer === 'no'
        ? null
        : DETAILS.map(({ id, label }) => (
            <TextField
              key={id}
              label={label}
              disabled={!open}
              value={felony[id]}
              onChange={(event) => put({ [id]: event.target.value })}
            />
          ))}
    </form>
  );
}

const DETAILS = [
  { id: 'happenedOn', label: 'Date' },
  { id: 'nature', label: 'Nature' },
  { id: 'court', label: 'Court' },
  { id: 'outcome', label: 'Outcome' },
] as const;
