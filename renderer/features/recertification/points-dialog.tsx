import { type FormEvent, useRef, useState } from 'react';
import { ACTIVITY_CATEGORIES, type ActivityCategory } from '../../../shared/domain/codes.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Checkbox, Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { CATEGORY_WORDS } from './category-words.ts';

interface PointsDialogProps {
  readonly view: ApplicationView;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'points-form';
const EMPTY = { title: '', points: '', completedOn: '', employedFrom: '', employedTo: '', proof: true };

/** One line of the form's points; the dialog stays open for the next one. */
export function PointsDialog({ view, today, onClose }: PointsDialogProps) {
  const [category, setCategory] = useState<ActivityCategory>('professional-education');
  const [typed, setTyped] = useState(EMPTY);
  const [criteria, setCriteria] = useState({ job: true, knowledge: false, degree: false });
  const [tried, setTried] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  const list = useAct('recertification.listPoints');
  const job = category === 'employment-verification';
  const points = Number(typed.points.replace(',', '.'));
  const wrong = {
    title: typed.title.trim() === '' ? 'Say what it was.' : undefined,
    points: points > 0 ? undefined : 'Type the points, such as 12.',
    completedOn: job || isCalendarDate(typed.completedOn) ? undefined : 'Give the day it was completed.',
    employedFrom: !job || isCalendarDate(typed.employedFrom) ? undefined : 'Give the first day.',
  };
  const put = (more: Partial<typeof EMPTY>) => setTyped({ ...typed, ...more });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some((text) => text !== undefined) || list.isPending) return;
    list.mutate(
      {
        application: view.application,
        category,
        title: typed.title.trim(),
        completedOn: job ? null : typed.completedOn,
        employedFrom: job ? typed.employedFrom : null,
        employedTo: job && isCalendarDate(typed.employedTo) ? typed.employedTo : null,
        points,
        criteria,
        proofOn: typed.proof ? today : null,
      },
      {
        onSuccess: ({ counted, required }) => {
          sayDone(`${typed.title.trim()} listed: ${counted} of ${required.points} points count.`);
          setTyped(EMPTY);
          setTried(false);
          title.current?.focus();
        },
      },
    );
  };
  const shown = (text: string | undefined) => (tried ? text : undefined);
  return (
    <Dialog
      title="List points from the form"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" form={FORM} look="primary" busy={list.isPending}>
            List it
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        {list.error === null ? null : <ErrorBanner error={toErrorShape(list.error)} />}
        <Select
          label="Type of competency"
          data-autofocus
          value={category}
          options={ACTIVITY_CATEGORIES.map((one) => ({ value: one, text: CATEGORY_WORDS[one] }))}
          onChange={(event) =>
            setCategory(ACTIVITY_CATEGORIES.find((one) => one === event.target.value) ?? category)
          }
        />
        <div className="recert-form__wide">
          <TextField
            ref={title}
            label={job ? 'Employer and position' : 'Activity'}
            maxLength={200}
            value={typed.title}
            error={shown(wrong.title)}
            onChange={(event) => put({ title: event.target.value })}
          />
          <TextField
            label="Points"
            inputMode="decimal"
            className="figures"
            value={typed.points}
            error={shown(wrong.points)}
            onChange={(event) => put({ points: event.target.value })}
          />
        </div>
        {job ? (
          <div className="recert-form__pair">
            <TextField
              label="From"
              type="date"
              max={today}
              value={typed.employedFrom}
              error={shown(wrong.employedFrom)}
              onChange={(event) => put({ employedFrom: event.target.value })}
            />
            <TextField
              label="To (empty: still)"
              type="date"
              max={today}
              value={typed.employedTo}
              onChange={(event) => put({ employedTo: event.target.value })}
            />
          </div>
        ) : (
          <TextField
            label="Completed"
            type="date"
            max={today}
            value={typed.completedOn}
            error={shown(wrong.completedOn)}
            onChange={(event) => put({ completedOn: event.target.value })}
          />
        )}
        <fieldset>
          <legend className="field__label">It meets (SC-CCP-1)</legend>
          {CRITERIA.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text}
              checked={criteria[id]}
              onChange={(event) => setCriteria({ ...criteria, [id]: event.target.checked })}
            />
          ))}
        </fieldset>
        <Checkbox
          label={job ? 'The employment verification form is there' : 'Its proof is there'}
          checked={typed.proof}
          onChange={(event) => put({ proof: event.target.checked })}
        />
      </form>
    </Dialog>
  );
}

const CRITERIA = [
  { id: 'job', text: 'helps to do the job better' },
  { id: 'knowledge', text: 'advances knowledge in health care' },
  { id: 'degree', text: 'prepares for management or a degree' },
] as const;
