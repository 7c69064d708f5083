import { type FormEvent, useState } from 'react';
import { entryOn, type PolicyHistory } from '../../../shared/domain/policy.ts';
import type { PolicyChange } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { PreviewButton, Previewed, usePreview } from './previewed.tsx';
import { isSaid, NOTHING_SAID, type Said, SaidFields, saidInput } from './said-fields.tsx';
import { useDecide } from './use-decide.ts';
import { ValueField } from './value-field.tsx';
import { readValue, valueText } from './value-text.ts';

interface SetDialogProps {
  readonly history: PolicyHistory;
  readonly today: string;
  /** Confirms the value that is in force; left as it is, it is confirmed, else the other one is set. */
  readonly confirming: boolean;
  readonly onClose: () => void;
}

const FORM = 'policy-set';

/** Another value from a day on, or the confirmation of the one there is; first what would change, then the decision. */
export function SetDialog({ history, today, confirming, onClose }: SetDialogProps) {
  const { name, title, unit } = history;
  const now = entryOn(history, today);
  const [text, setText] = useState(now === undefined ? '' : valueText(unit, now.value));
  const [from, setFrom] = useState(today);
  const [said, setSaid] = useState<Said>(
    confirming ? { ...NOTHING_SAID, reason: 'Confirmed as it stands' } : NOTHING_SAID,
  );
  const [tried, setTried] = useState(false);
  const [unsaid, setUnsaid] = useState(false);
  const { decide, deciding, error } = useDecide(onClose);

  const value = readValue(unit, text);
  const fromDay = isCalendarDate(from) ? from : null;
  const before = fromDay === null ? undefined : entryOn(history, fromDay);
  const confirms = confirming && value !== null && value === now?.value;
  const same = !confirms && value !== null && value === before?.value;
  const ready = value !== null && fromDay !== null && !same;
  // A value that is to come decides nothing yet: it is tried on its first day.
  const day = fromDay !== null && fromDay > today ? fromDay : null;
  const preview = usePreview(
    ready && !confirms
      ? { values: [{ name, value, from: fromDay }], without: null, asOf: day, against: day }
      : null,
  );
  const next = fromDay === null ? undefined : history.entries.find((entry) => entry.from > fromDay);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready) return;
    if (!confirms && !preview.seen) return preview.run();
    setUnsaid(true);
    if (!isSaid(said)) return;
    const change: PolicyChange = confirms
      ? { kind: 'confirm', name, on: today, ...saidInput(said) }
      : { kind: 'set', name, value, from: fromDay, ...saidInput(said) };
    decide(change);
  };
  const words = value === null ? '' : policyValueWords(unit, value);
  return (
    <Dialog
      title={`${confirming ? 'Confirm' : 'Change'}: ${title}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {confirms || preview.seen ? (
            <Button type="submit" form={FORM} look="primary" busy={deciding}>
              {confirms ? `Confirm ${words}` : `Set ${words} from ${displayDate(from)}`}
            </Button>
          ) : (
            <PreviewButton preview={preview} form={FORM} />
          )}
        </>
      }
    >
      <form id={FORM} className="decide" onSubmit={submit}>
        {error === null ? null : <ErrorBanner error={error} />}
        <div className="decide__pair">
          <ValueField
            unit={unit}
            first
            text={text}
            onChange={setText}
            wrong={value === null && (tried || text !== '')}
            hint={now === undefined ? '' : `Now ${policyValueWords(unit, now.value)}.`}
          />
          {confirms ? null : (
            <TextField
              label="From"
              type="date"
              value={from}
              hint={next === undefined ? 'Until it is changed again.' : untilWords(next)}
              error={fromDay === null ? 'Choose the first day on which it holds.' : undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </div>
        {same ? (
          <p className="field__error">
            {fromDay === null ? '' : `On ${displayDate(fromDay)} it is ${words} as it is.`}
          </p>
        ) : null}
        {fromDay !== null && fromDay < today && !confirms ? (
          <Banner kind="warning">
            {displayDate(fromDay)} has gone by: every standing since is judged anew. Fees invoiced, cycles
            rolled and lapses marked stay on record as they were decided.
          </Banner>
        ) : null}
        <SaidFields said={said} onChange={setSaid} tried={unsaid} />
        {confirms ? (
          <p className="soft">Nothing changes but that it is no longer marked as a default.</p>
        ) : (
          <Previewed preview={preview}>
            <p className="soft">What was decided before the day it holds from stays as it is.</p>
          </Previewed>
        )}
      </form>
    </Dialog>
  );
}

function untilWords({ from, unit, value }: PolicyHistory['entries'][number]): string {
  return `Until ${displayDate(from)}; then ${policyValueWords(unit, value)}.`;
}
