import { ListFilter, X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { CERTIFICATION_CODES, CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { MemberFilter } from '../../../shared/domain/members-list.ts';
import { STANDING_STATUSES } from '../../../shared/domain/standing.ts';
import { displayMonth } from '../../../shared/util/dates.ts';
import { Button } from '../../components/button.tsx';
import { STATUS_WORDS } from '../../components/status.tsx';
import { FilterChip } from '../../tables/filter-chip.tsx';
import { STATES } from '../../tables/states.ts';
import { partsOf, readQuestion, writeFilter } from './filter-text.ts';

const STATUS_CHOICES = STANDING_STATUSES.map((value) => ({ value, text: STATUS_WORDS[value] }));
const CODE_CHOICES = CERTIFICATION_CODES.map((value) => ({
  value,
  mark: value,
  text: CERTIFICATION_NAMES[value],
}));
const STATE_CHOICES = STATES.map((state) => ({ ...state, mark: state.value }));
const MONTH_CHOICES = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  text: displayMonth(`0000-${String(index + 1).padStart(2, '0')}`).replace(/ .*/, ''),
}));
const ATTENTION_CHOICES = [
  { value: 'points-outstanding', text: 'Points outstanding' },
  { value: 'roll-blocked', text: 'Roll waits for a fee' },
  { value: 'audit-open', text: 'Audit open' },
];

interface MemberFiltersProps {
  readonly filter: MemberFilter;
  readonly onChange: (filter: MemberFilter) => void;
  readonly textField: RefObject<HTMLInputElement | null>;
  readonly onLeaveText: () => void;
}

/** What narrows the list of members: a text and a chip for each part. */
export function MemberFilters({ filter, onChange, textField, onLeaveText }: MemberFiltersProps) {
  // A chip says its part as the place does; reading it back keeps only what is a value of ours.
  const set = (part: string, values: readonly string[]) => {
    const text = new URLSearchParams({ ...writeFilter(filter), [part]: values.join(',') });
    onChange(readQuestion(text).filter);
  };
  const said = writeFilter(filter);
  const chosen = (part: string) => (said[part] ?? '').split(',').filter((value) => value !== '');
  return (
    <div className="filters">
      <TextFilter
        text={filter.text ?? ''}
        onChange={(text) => set('text', [text])}
        field={textField}
        onLeave={onLeaveText}
      />
      <FilterChip
        label="Status"
        choices={STATUS_CHOICES}
        chosen={chosen('status')}
        onChange={(v) => set('status', v)}
      />
      <FilterChip
        label="Certification"
        choices={CODE_CHOICES}
        chosen={chosen('code')}
        onChange={(v) => set('code', v)}
      />
      <FilterChip
        label="State"
        choices={STATE_CHOICES}
        chosen={chosen('state')}
        onChange={(v) => set('state', v)}
      />
      <FilterChip
        label="Anniversary"
        choices={MONTH_CHOICES}
        chosen={chosen('month')}
        onChange={(v) => set('month', v)}
        several={false}
      />
      <FilterChip
        label="Attention"
        choices={ATTENTION_CHOICES}
        chosen={chosen('attention')}
        onChange={(v) => set('attention', v)}
        several={false}
      />
      {partsOf(filter) > 0 ? (
        <Button look="quiet" icon={X} onClick={() => onChange({})}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

interface TextFilterProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

function TextFilter({ text, onChange, field, onLeave }: TextFilterProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    // The place may say less than was typed (a space at its end); only another text replaces it.
    setTyped((now) => (now.trim() === text ? now : text));
  }, [text]);
  return (
    <div className="filters__text">
      <ListFilter size={15} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        type="text"
        className="input"
        aria-label="Filter by name or number"
        placeholder="Filter by name or number"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            setTyped('');
            onChange('');
          } else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) {
            event.preventDefault();
            onLeave();
          }
        }}
      />
    </div>
  );
}
