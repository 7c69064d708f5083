import { TextField } from '../../components/field.tsx';
import { amountCents, type Draft, type draftProblem } from './draft.ts';
import { MethodAndDay } from './method-and-day.tsx';

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly today: string;
  readonly problem: ReturnType<typeof draftProblem>;
  readonly onChange: (change: Partial<Draft>) => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
}

/** What is typed about one payment whose member is known: amount, number, method, day. */
export function DraftFields({
  draft,
  today,
  problem,
  onChange,
  autoFocusInDialog = false,
}: DraftFieldsProps) {
  const said = (field: string) => (problem?.field === field ? problem.text : undefined);
  const cents = amountCents(draft);
  return (
    <div className="draft-fields">
      <TextField
        label="Amount"
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        {...(autoFocusInDialog ? { 'data-autofocus': true } : {})}
        value={draft.typedAmount ?? (cents === null || cents === 0 ? '' : (cents / 100).toFixed(2))}
        error={said('amount')}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange({ typedAmount: event.target.value })}
      />
      <TextField
        label={draft.method === 'cheque' ? 'Cheque number' : 'Reference'}
        autoComplete="off"
        value={draft.reference}
        error={said('reference')}
        onChange={(event) => onChange({ reference: event.target.value })}
      />
      <MethodAndDay draft={draft} today={today} problem={said('receivedOn')} onChange={onChange} />
    </div>
  );
}
