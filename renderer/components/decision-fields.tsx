import { useAsk } from '../api/use-ask.ts';
import { Select, TextField } from './field.tsx';

/** What a decision by hand needs beside what it changes. */
export interface DecisionDraft {
  readonly citation: string;
  readonly reason: string;
  /** Empty: the one who acts. */
  readonly approvedBy: string;
}

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  /** Sentences that usually fit, first in the list. */
  readonly likely: readonly string[];
  readonly tried: boolean;
  readonly onChange: (draft: DecisionDraft) => void;
}

/** The sentence that a decision follows, why, and the manager who allows it. */
export function DecisionFields({ draft, likely, tried, onChange }: DecisionFieldsProps) {
  const sentences = useAsk('policy.book', undefined).data?.sentences ?? [];
  const managers = useAsk('office.managers', undefined).data ?? [];
  const ordered = [
    ...sentences.filter(({ id }) => likely.includes(id)),
    ...sentences.filter(({ id }) => !likely.includes(id)),
  ];
  const chosen = sentences.find(({ id }) => id === draft.citation);
  return (
    <>
      <Select
        label="Sentence of the policy"
        hint={chosen === undefined ? undefined : `“${chosen.text}”`}
        value={draft.citation}
        options={ordered.map(({ id, text }) => ({ value: id, text: `${id}: ${text.slice(0, 70)}` }))}
        onChange={(event) => onChange({ ...draft, citation: event.target.value })}
      />
      <TextField
        label="Reason"
        value={draft.reason}
        error={tried && draft.reason.trim() === '' ? 'Say why, for the record.' : undefined}
        onChange={(event) => onChange({ ...draft, reason: event.target.value })}
      />
      <Select
        label="Allowed by"
        hint={managers.length === 0 ? 'Nobody is named as a manager yet: Settings, Office profile.' : ''}
        value={draft.approvedBy}
        options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
        onChange={(event) => onChange({ ...draft, approvedBy: event.target.value })}
      />
    </>
  );
}
