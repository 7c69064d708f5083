import type { ReversalChoices } from '../../../shared/domain/lapse.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Checkbox, Select, TextField } from '../../components/field.tsx';
import type { ReversalDraft } from './reversal-draft.ts';

interface WrongFieldsProps {
  readonly draft: ReversalDraft;
  readonly choices: ReversalChoices;
  /** Says what is missing. */
  readonly missing: boolean;
  readonly onChange: (draft: ReversalDraft) => void;
}

/** The fields of what was wrong: years to waive, a date, an activity and its date. */
export function WrongFields({ draft, choices, missing, onChange }: WrongFieldsProps) {
  switch (draft.wrong) {
    case 'fees':
      return <Years draft={draft} choices={choices} missing={missing} onChange={onChange} />;
    case 'attestation':
      return (
        <DateField
          label="Signed on"
          hint={
            choices.cycle === null
              ? undefined
              : `It counts when signed by ${displayDate(choices.cycle.end)}, the cycle’s last day.`
          }
          draft={draft}
          missing={missing}
          onChange={onChange}
        />
      );
    case 'activity':
      return <Activity draft={draft} choices={choices} missing={missing} onChange={onChange} />;
    case 'certified-on':
      return (
        <DateField
          label="Certified on"
          hint={`On record: ${displayDate(choices.certifiedOn)}. Fees, attestations and audits go along.`}
          draft={draft}
          missing={missing}
          onChange={onChange}
        />
      );
    case 'audit':
    case 'settled':
      return null;
  }
}

function Years({ draft, choices, missing, onChange }: WrongFieldsProps) {
  const toggle = (year: string, on: boolean) =>
    onChange({ ...draft, years: on ? [...draft.years, year] : draft.years.filter((one) => one !== year) });
  return (
    <fieldset className="reverse__years">
      <legend>Years that have been unpaid for three years</legend>
      {choices.years.map(({ yearStart, dueOn, owedCents }) => (
        <Checkbox
          key={yearStart}
          label={`${displayDate(yearStart)}, due ${displayDate(dueOn)}: ${displayCents(owedCents)} unpaid`}
          checked={draft.years.includes(yearStart)}
          onChange={(event) => toggle(yearStart, event.target.checked)}
        />
      ))}
      {missing ? <p className="field__error">Choose at least one year.</p> : null}
    </fieldset>
  );
}

function Activity({ draft, choices, missing, onChange }: WrongFieldsProps) {
  const chosen = choices.activities.find(({ activity }) => activity === draft.activity);
  return (
    <>
      <Select
        label="Activity"
        value={draft.activity === null ? '' : String(draft.activity)}
        options={[
          { value: '', text: 'Choose…' },
          ...choices.activities.map(({ activity, title, points, completedOn, employedFrom }) => ({
            value: String(activity),
            text: `${title}, ${displayDate(completedOn ?? employedFrom ?? '')}, ${points} points`,
          })),
        ]}
        onChange={(event) =>
          onChange({
            ...draft,
            activity: event.target.value === '' ? null : Number(event.target.value),
            date: '',
          })
        }
      />
      <DateField
        label={chosen?.completedOn === null ? 'First day' : 'Completed on'}
        hint={
          choices.cycle === null
            ? undefined
            : `The cycle goes from ${displayDate(choices.cycle.start)} to ${displayDate(choices.cycle.end)}.`
        }
        draft={draft}
        missing={missing}
        onChange={onChange}
      />
      {chosen?.completedOn === null ? (
        <TextField
          label="Last day"
          type="date"
          hint="Empty while the employment goes on."
          value={draft.lastDay}
          onChange={(event) => onChange({ ...draft, lastDay: event.target.value })}
        />
      ) : null}
    </>
  );
}

interface DateFieldProps extends Omit<WrongFieldsProps, 'choices'> {
  readonly label: string;
  readonly hint: string | undefined;
}

function DateField({ label, hint, draft, missing, onChange }: DateFieldProps) {
  return (
    <TextField
      label={label}
      type="date"
      hint={hint}
      value={draft.date}
      error={missing ? 'Type the right date.' : undefined}
      onChange={(event) => onChange({ ...draft, date: event.target.value })}
    />
  );
}
