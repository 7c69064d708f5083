import { parseCents } from '../../../shared/util/money.ts';
import { TextField } from '../../components/field.tsx';

interface Typed {
  readonly count: string;
  readonly total: string;
}

interface ControlFieldsProps extends Typed {
  readonly tried: boolean;
  readonly onChange: (change: Partial<Typed>) => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
}

/** How many receipts a deposit holds and what they come to, counted by hand. */
export function ControlFields({
  count,
  total,
  tried,
  onChange,
  autoFocusInDialog = false,
}: ControlFieldsProps) {
  return (
    <div className="money-form__pair">
      <TextField
        label="How many"
        {...(autoFocusInDialog ? { 'data-autofocus': true } : {})}
        className="figures"
        inputMode="numeric"
        autoComplete="off"
        value={count}
        error={tried && countOf(count) === null ? 'Type how many there are, such as 60.' : undefined}
        onChange={(event) => onChange({ count: event.target.value })}
      />
      <TextField
        label="What they come to"
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        value={total}
        error={
          tried && parseCents(total) === null ? 'Type the total in dollars, such as 3,000.00.' : undefined
        }
        onChange={(event) => onChange({ total: event.target.value })}
      />
    </div>
  );
}

/** What was counted; null where one of both cannot be read. */
export function readControl({
  count,
  total,
}: Typed): { readonly controlCount: number; readonly controlCents: number } | null {
  const controlCount = countOf(count);
  const controlCents = parseCents(total);
  return controlCount === null || controlCents === null ? null : { controlCount, controlCents };
}

function countOf(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}
