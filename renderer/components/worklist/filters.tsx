import { X } from 'lucide-react';
import { CERTIFICATION_CODES, CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { WorklistQuery } from '../../../shared/domain/worklists.ts';
import { FilterChip } from '../../tables/filter-chip.tsx';
import { STATES } from '../../tables/states.ts';
import { Button } from '../button.tsx';
import { DAYS, NO_FILTER, partsOf } from './question.ts';
import { CAUSE_WORDS, LIST_WORDS } from './words.ts';

const CODES = CERTIFICATION_CODES.map((value) => ({ value, mark: value, text: CERTIFICATION_NAMES[value] }));
const STATE_CHOICES = STATES.map((state) => ({ ...state, mark: state.value }));
const DAY_CHOICES = DAYS.map((days) => ({ value: String(days), text: `${days} days` }));
const CAUSES = Object.entries(CAUSE_WORDS).map(([value, text]) => ({ value, text }));
const ROUTES = [
  { value: 'ccp', text: 'CCP or exam' },
  { value: 'exam', text: 'Exam only' },
];
const SHOWS = [
  { value: 'snoozed', text: 'Snoozed' },
  { value: 'done', text: 'Done' },
];

interface WorklistFiltersProps {
  readonly question: WorklistQuery;
  readonly setText: (change: Readonly<Record<string, string>>) => void;
}

/** What narrows a worklist, chip by chip; which chips there are follows from the list. */
export function WorklistFilters({ question: { list, filter }, setText }: WorklistFiltersProps) {
  const days = LIST_WORDS[list].days;
  const crossing = list === 'lapsed' ? 'Ten-year line' : list === 'past-due' ? 'Lapses' : null;
  const set = (part: string) => (values: readonly string[]) =>
    setText({ [part]: values.join(','), item: '' });
  return (
    <div className="filters">
      {days === null ? null : (
        <FilterChip
          label={days}
          choices={DAY_CHOICES}
          chosen={filter.days === undefined ? [] : [String(filter.days)]}
          onChange={set('days')}
          several={false}
        />
      )}
      {crossing === null ? null : (
        <FilterChip
          label={crossing}
          choices={[
            {
              value: 'yes',
              text: list === 'lapsed' ? 'Crosses in the next 12 months' : 'In the next 12 months',
            },
          ]}
          chosen={filter.crossing === true ? ['yes'] : []}
          onChange={set('crossing')}
          several={false}
        />
      )}
      <FilterChip label="Certification" choices={CODES} chosen={filter.code ?? []} onChange={set('code')} />
      <FilterChip label="State" choices={STATE_CHOICES} chosen={filter.state ?? []} onChange={set('state')} />
      {list === 'lapsed' ? (
        <>
          <FilterChip label="Cause" choices={CAUSES} chosen={filter.cause ?? []} onChange={set('cause')} />
          <FilterChip
            label="Back by"
            choices={ROUTES}
            chosen={filter.route === undefined ? [] : [filter.route]}
            onChange={set('route')}
            several={false}
          />
        </>
      ) : null}
      <FilterChip
        label="Show"
        choices={SHOWS}
        chosen={filter.show === undefined ? [] : [filter.show]}
        onChange={set('show')}
        several={false}
      />
      {partsOf(filter) > 0 ? (
        <Button look="quiet" icon={X} onClick={() => setText({ ...NO_FILTER, item: '' })}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}
