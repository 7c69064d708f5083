import './count-chip.css';

interface CountChipProps {
  readonly text: string;
  readonly count: number;
  readonly on: boolean;
  readonly onPress: () => void;
}

/** One choice of what a list shows, with how many there are of it; a row of them stands in a `fieldset` of the class `chips`. */
export function CountChip({ text, count, on, onPress }: CountChipProps) {
  return (
    <button
      type="button"
      className={`count-chip ${on ? 'count-chip--on' : ''}`}
      aria-pressed={on}
      onClick={onPress}
    >
      {text} <span className="count-chip__count figures">{count.toLocaleString('en-US')}</span>
    </button>
  );
}
