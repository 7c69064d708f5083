import type { Period } from '../../../shared/domain/reports.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { TextField } from '../../components/field.tsx';

interface PeriodFieldsProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** From a day to a day, both included. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const wrong = isSound(period) ? undefined : 'The last day comes before the first.';
  return (
    <div className="period">
      <TextField
        label="From"
        type="date"
        value={period.from}
        error={wrong}
        onChange={(event) => onChange({ ...period, from: event.target.value })}
      />
      <TextField
        label="To"
        type="date"
        value={period.to}
        onChange={(event) => onChange({ ...period, to: event.target.value })}
      />
    </div>
  );
}

/** Whether a period can be asked about: two days that exist, in their order. */
export function isSound({ from, to }: Period): boolean {
  return isCalendarDate(from) && isCalendarDate(to) && from <= to;
}
