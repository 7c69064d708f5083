import type { Ref } from 'react';
import { ACTIVITY_CATEGORIES, ACTIVITY_SOURCES } from '../../../shared/domain/codes.ts';
import type { DraftFieldName } from '../../../shared/domain/points.ts';
import { EVIDENCE } from '../../../shared/domain/points.ts';
import { Checkbox, Select, TextField } from '../../components/field.tsx';
import type { ActivityForm } from './activity-form.ts';
import { CATEGORY_WORDS, CRITERIA_WORDS, EVIDENCE_WORDS, SOURCE_WORDS } from './words.ts';

interface ActivityFieldsProps {
  readonly form: ActivityForm;
  readonly onChange: (change: Partial<ActivityForm>) => void;
  readonly today: string;
  /** The days, both inside, on one of which it has to be completed; left out = any until today. */
  readonly within?: { readonly first: string; readonly last: string };
  /** Whether it is asked who reported it and who holds the proof. */
  readonly proofAsked?: boolean;
  /** What is wrong with one of them. */
  readonly problem: { readonly field: DraftFieldName; readonly text: string } | null;
  readonly titleRef?: Ref<HTMLInputElement>;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
}

/** What is typed about an activity: what it was, when, how much, and which criteria it meets. */
export function ActivityFields({
  form,
  onChange,
  today,
  within,
  proofAsked = true,
  problem,
  titleRef,
  autoFocusInDialog = false,
}: ActivityFieldsProps) {
  const said = (field: DraftFieldName) => (problem?.field === field ? problem.text : undefined);
  const employment = form.category === 'employment-verification';
  return (
    <div className="activity-fields">
      <Select
        label="Category"
        value={form.category}
        options={ACTIVITY_CATEGORIES.map((value) => ({ value, text: CATEGORY_WORDS[value] }))}
        onChange={(event) => onChange({ category: oneOf(ACTIVITY_CATEGORIES, event.target.value) })}
      />
      <TextField
        {...(titleRef === undefined ? {} : { ref: titleRef })}
        {...(autoFocusInDialog ? { 'data-autofocus': true } : {})}
        label={employment ? 'Employer' : 'Title'}
        autoComplete="off"
        value={form.title}
        error={said('title')}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextField
        label={employment ? 'Position' : 'Provider'}
        autoComplete="off"
        value={form.provider}
        error={said('provider')}
        onChange={(event) => onChange({ provider: event.target.value })}
      />
      <div className="activity-fields__row">
        {employment ? (
          <>
            <TextField
              label="First day"
              type="date"
              max={today}
              value={form.employedFrom}
              error={said('employedFrom')}
              onChange={(event) => onChange({ employedFrom: event.target.value })}
            />
            <TextField
              label="Last day"
              type="date"
              max={today}
              value={form.employedTo}
              error={said('employedTo')}
              hint="Empty while it goes on"
              onChange={(event) => onChange({ employedTo: event.target.value })}
            />
          </>
        ) : (
          <TextField
            label="Completed on"
            type="date"
            min={within?.first}
            max={within?.last ?? today}
            value={form.completedOn}
            error={said('completedOn')}
            onChange={(event) => onChange({ completedOn: event.target.value })}
          />
        )}
        <TextField
          label="Hours or credits"
          className="figures"
          inputMode="decimal"
          autoComplete="off"
          value={form.hours}
          error={said('hours')}
          onChange={(event) => onChange({ hours: event.target.value })}
        />
        <TextField
          label="Points claimed"
          className="figures"
          inputMode="decimal"
          autoComplete="off"
          value={form.claimed}
          error={said('claimed')}
          onChange={(event) => onChange({ claimed: event.target.value })}
        />
      </div>
      <fieldset className="activity-fields__criteria">
        <legend className="fieldset__legend">Criteria met: one is enough</legend>
        {CRITERIA_WORDS.map(({ id, text }) => (
          <Checkbox
            key={id}
            label={text}
            checked={form.criteria[id]}
            onChange={(event) => onChange({ criteria: { ...form.criteria, [id]: event.target.checked } })}
          />
        ))}
      </fieldset>
      {proofAsked ? (
        <div className="activity-fields__row">
          <Select
            label="Reported by"
            value={form.source}
            options={ACTIVITY_SOURCES.map((value) => ({ value, text: SOURCE_WORDS[value] }))}
            onChange={(event) => onChange({ source: oneOf(ACTIVITY_SOURCES, event.target.value) })}
          />
          <Select
            label="Proof"
            value={form.evidence}
            options={EVIDENCE.map((value) => ({ value, text: EVIDENCE_WORDS[value] }))}
            onChange={(event) => onChange({ evidence: oneOf(EVIDENCE, event.target.value) })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The choice that a select's value means; the browser only says that it is text. */
function oneOf<T extends string>(choices: readonly T[], value: string): T {
  const found = choices.find((choice) => choice === value) ?? choices[0];
  if (found === undefined) throw new Error('A select has choices.');
  return found;
}
