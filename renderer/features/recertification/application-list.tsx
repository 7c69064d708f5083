import { ListX } from 'lucide-react';
import { useMemo } from 'react';
import { APPLICATION_STATES, type ApplicationState } from '../../../shared/domain/recertification.ts';
import { useRows } from '../../api/use-rows.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { EmptyState } from '../../components/notices.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import { useDataTable } from '../../tables/use-data-table.ts';
import { APPLICATION_COLUMNS } from './application-columns.tsx';
import { openApplication } from './board.tsx';

const STATE_WORDS: Readonly<Record<ApplicationState, string>> = {
  open: 'Open',
  closed: 'Closed',
  all: 'All',
};

/** Every application in one table, those that came last first. */
export function ApplicationList() {
  const [text, setText] = useQueryText();
  const state = APPLICATION_STATES.find((one) => one === text.get('state')) ?? 'open';
  const question = useMemo(() => ({ state, memberNo: null }), [state]);
  const model = useDataTable({
    id: 'applications',
    label: 'Applications for recertification',
    columns: APPLICATION_COLUMNS,
    source: useRows('recertification.list', question),
    rowId: (row) => String(row.application),
    rowName: (row) => row.memberName,
    sort: { by: 'received', descending: true },
    onSort: () => undefined,
    onOpen: openApplication,
    question: state,
  });
  useKeys('Applications', [
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the list' },
    { keys: 'Enter', does: 'Open the application' },
  ]);
  return (
    <div className="applications">
      <div className="applications__bar">
        <fieldset className="applications__states">
          <legend className="visually-hidden">Which applications</legend>
          {APPLICATION_STATES.map((one) => (
            <label key={one} className="checkbox">
              <input
                type="radio"
                name="state"
                checked={one === state}
                onChange={() => setText({ state: one === 'open' ? '' : one })}
              />
              <span>{STATE_WORDS[one]}</span>
            </label>
          ))}
        </fieldset>
        <ColumnMenu model={model} />
      </div>
      <DataTable
        model={model}
        empty={
          <EmptyState icon={ListX} title={`There is no ${state === 'all' ? '' : `${state} `}application.`}>
            Start one with “Start an application…”.
          </EmptyState>
        }
      />
    </div>
  );
}
