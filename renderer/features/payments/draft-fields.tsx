import { PAYMENT_METHODS, type PaymentMethod } from '../../../shared/domain/codes.ts';
import { Select, TextField } from '../../components/field.tsx';
import { amountCents, type Draft, type draftProblem } from './draft.ts';
import { METHOD_WORDS } from './method-words.ts';

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
      <Select
        label="Method"
        value={draft.method}
        options={PAYMENT_METHODS.map((value) => ({ value, text: METHOD_WORDS[value] }))}
        onChange={(event) => onChange({ method: methodOf(event.target.value) })}
      />
      <TextField
        label="Received"
        type="date"
        max={today}
        value={draft.receivedOn}
        error={said('receivedOn')}
        onChange={(event) => onChange({ receivedOn: event.target.value })}
      />
    </div>
  );
}

/** The way of paying that a select's value means. */
export function methodOf(text: string): PaymentMethod {
  return PAYMENT_METHODS.find((method) => method === text) ?? 'cheque';
}
