interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly chosen: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly about?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, taken up at once. */
export function Choice<Value extends string>({ label, name, chosen, options, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="choice">
      <legend className="choice__label">{label}</legend>
      {options.map(({ value, text, about }) => (
        <label key={value} className="choice__option">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            {text}
            {about === undefined ? null : <span className="faint"> · {about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
