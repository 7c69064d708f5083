import { ChevronDown } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/field.tsx';
import { Popover } from '../components/popover.tsx';
import './filter-chip.css';

interface Choice {
  readonly value: string;
  readonly text: string;
  /** Said before the text, e.g. a code. */
  readonly mark?: string;
}

interface FilterChipProps {
  /** `Status` */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** false = at most one. */
  readonly several?: boolean;
}

/** One part of a filter: a chip that says what it narrows to, and its choices below. */
export function FilterChip({ label, choices, chosen, onChange, several = true }: FilterChipProps) {
  const names = choices.filter((choice) => chosen.includes(choice.value)).map((one) => one.mark ?? one.text);
  const said = names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', ');
  const toggle = (value: string, on: boolean) => {
    const rest = several ? chosen.filter((one) => one !== value) : [];
    onChange(on ? [...rest, value] : rest);
  };
  return (
    <Popover
      label={label}
      buttonClass={`chip ${chosen.length > 0 ? 'chip--on' : ''}`}
      button={
        <>
          <span>
            {label}
            {said === '' ? null : (
              <>
                : <strong>{said}</strong>
              </>
            )}
          </span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </>
      }
    >
      {(close) => (
        <fieldset>
          <legend className="visually-hidden">{label}</legend>
          {choices.map((choice) => (
            <Checkbox
              key={choice.value}
              className="popover__item"
              checked={chosen.includes(choice.value)}
              onChange={(event) => {
                toggle(choice.value, event.target.checked);
                if (!several) close();
              }}
              label={
                <>
                  {choice.mark === undefined ? null : <span className="chip__mark">{choice.mark} </span>}
                  {choice.text}
                </>
              }
            />
          ))}
          {chosen.length > 0 ? (
            <>
              <div className="popover__line" />
              <Button
                look="quiet"
                onClick={() => {
                  onChange([]);
                  close();
                }}
              >
                Any
              </Button>
            </>
          ) : null}
        </fieldset>
      )}
    </Popover>
  );
}
