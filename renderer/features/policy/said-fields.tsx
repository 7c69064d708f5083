import { useAsk } from '../../api/use-ask.ts';
import { Select, TextField } from '../../components/field.tsx';

/** What every decision about the policy says beside its value. */
export interface Said {
  readonly reason: string;
  readonly reference: string;
  /** Empty = who acts. */
  readonly approvedBy: string;
}

export const NOTHING_SAID: Said = { reason: '', reference: '', approvedBy: '' };

interface SaidFieldsProps {
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  /** Whether to say what is missing. */
  readonly tried: boolean;
  /** A withdrawal needs no source of its own. */
  readonly withReference?: boolean;
}

/** Why, where it is written, and which manager allows it. */
export function SaidFields({ said, onChange, tried, withReference = true }: SaidFieldsProps) {
  const managers = useAsk('office.managers', undefined).data ?? [];
  const actor = useAsk('office.state', undefined).data?.actor ?? '';
  const missing = (text: string, what: string) => (tried && text.trim() === '' ? what : undefined);
  const others = managers.filter((name) => name !== actor);
  return (
    <>
      <TextField
        label="Reason"
        maxLength={500}
        value={said.reason}
        error={missing(said.reason, 'Say why; whoever asks later finds it in the history.')}
        onChange={(event) => onChange({ ...said, reason: event.target.value })}
      />
      <div className="decide__pair">
        {withReference ? (
          <TextField
            label="Reference"
            maxLength={500}
            hint="Where it is written: minutes, a letter, a page."
            value={said.reference}
            error={missing(said.reference, 'Say where it is written.')}
            onChange={(event) => onChange({ ...said, reference: event.target.value })}
          />
        ) : null}
        <Select
          label="Allowed by"
          hint={managers.length === 0 ? 'Name the office’s managers under Office profile first.' : undefined}
          value={said.approvedBy}
          options={[{ value: '', text: 'Me' }, ...others.map((name) => ({ value: name, text: name }))]}
          onChange={(event) => onChange({ ...said, approvedBy: event.target.value })}
        />
      </div>
    </>
  );
}

/** Whether nothing is missing. */
export function isSaid(said: Said, withReference = true): boolean {
  return said.reason.trim() !== '' && (!withReference || said.reference.trim() !== '');
}

/** As the channel takes it. */
export function saidInput({ reason, reference, approvedBy }: Said) {
  return {
    reason: reason.trim(),
    reference: reference.trim(),
    approvedBy: approvedBy === '' ? null : approvedBy,
  };
}
