import { PAYMENT_METHODS, type PaymentMethod } from '../../../shared/domain/codes.ts';
import { Select, TextField } from '../../components/field.tsx';
import type { Draft } from './draft.ts';
import { METHOD_WORDS } from './method-words.ts';

interface MethodAndDayProps {
  readonly draft: Pick<Draft, 'method' | 'receivedOn'>;
  readonly today: string;
  /** What is wrong with the day; undefined where nothing is. */
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** How a payment was made and the day on which it came. */
export function MethodAndDay({ draft, today, problem, onChange }: MethodAndDayProps) {
  return (
    <>
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
        error={problem}
        onChange={(event) => onChange({ receivedOn: event.target.value })}
      />
    </>
  );
}

function methodOf(text: string): PaymentMethod {
  return PAYMENT_METHODS.find((method) => method === text) ?? 'cheque';
}
