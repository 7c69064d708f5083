import './key-hint.css';

interface KeyHintProps {
  /** As `displayKeys` gives them: `['Ctrl', 'K']`. */
  readonly keys: readonly string[];
}

/** Keys as they are printed on the keyboard. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="key-hint">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
