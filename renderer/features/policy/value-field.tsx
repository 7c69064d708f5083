import type { PolicyUnit } from '../../../shared/domain/policy.ts';
import { TextField } from '../../components/field.tsx';
import { UNIT_WORDS, valueHelp } from './value-text.ts';

interface ValueFieldProps {
  readonly unit: PolicyUnit;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Says that what stands in it is no value. */
  readonly wrong: boolean;
  readonly label?: string;
  readonly hint?: string;
  /** Takes the focus when its dialog opens. */
  readonly first?: boolean;
}

/** A policy value being typed, in its unit. */
export function ValueField({ unit, text, onChange, wrong, label = 'Value', hint, first }: ValueFieldProps) {
  return (
    <TextField
      label={`${label} (${UNIT_WORDS[unit]})`}
      type={unit === 'date' ? 'date' : 'text'}
      inputMode={unit === 'cents' || unit === 'rate' ? 'decimal' : 'numeric'}
      className="figures"
      autoComplete="off"
      maxLength={16}
      value={text}
      hint={hint}
      error={wrong ? valueHelp(unit) : undefined}
      data-autofocus={first === true ? '' : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
