import { Copy, Download, UserSearch } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { MemberFilter } from '../../../shared/domain/members-list.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useRows } from '../../api/use-rows.ts';
import { navigate, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import { SelectionBar } from '../../tables/selection-bar.tsx';
import { useDataTable } from '../../tables/use-data-table.ts';
import { partsOf, readQuestion, writeFilter, writeSort } from './filter-text.ts';
import { MEMBER_COLUMNS } from './member-columns.tsx';
import { MemberFilters } from './member-filters.tsx';
import './members.css';

/** All members in one table: filtered and sorted by the database, drawn as far as they are in sight. */
export function MembersScreen() {
  const [text, setText] = useQueryText();
  const question = useMemo(() => readQuestion(text), [text]);
  const source = useRows('members.query', question);
  const exporting = useAct('members.export');
  const textField = useRef<HTMLInputElement>(null);

  const setFilter = (filter: MemberFilter) => setText(writeFilter(filter));
  const narrowed = partsOf(question.filter) > 0;
  const model = useDataTable({
    id: 'members',
    label: 'Members',
    columns: MEMBER_COLUMNS,
    source,
    rowId: (row) => row.memberNo,
    rowName: (row) => row.name,
    sort: question.sort,
    onSort: (sort) => setText({ sort: writeSort(sort) }),
    onOpen: (row) => navigate(`/members/${encodeURIComponent(row.memberNo)}`),
    onEscape: () => setFilter({}),
    question: JSON.stringify(question),
    selectable: true,
  });
  const focusTable = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus();

  useKeys('Members', [
    { keys: '/', does: 'Filter by name or number', run: () => textField.current?.focus() },
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the table' },
    { keys: 'Enter', does: 'Open the member' },
    { keys: ' ', does: 'Pick the member' },
    { keys: 'Escape', does: 'Clear what is picked, then the filters' },
  ]);

  const exportShown = () =>
    exporting.mutate(
      { ...question, columns: model.columns.map((column) => column.id) },
      {
        onSuccess: (saved) => {
          if (saved === null) return;
          sayDone(
            `${saved.rows.toLocaleString('en-US')} ${saved.rows === 1 ? 'member' : 'members'} exported.`,
            {
              text: 'Show file',
              run: () => void ask('shell.showFile', { file: saved.file }),
            },
          );
        },
        onError: sayError,
      },
    );

  return (
    <Screen
      title="Members"
      kind="fill"
      about={
        <span className="figures" role="status">
          {source.total === null ? ' ' : counted(source.total, narrowed)}
        </span>
      }
      actions={
        <>
          <ColumnMenu model={model} />
          <Button
            icon={Download}
            busy={exporting.isPending}
            onClick={exportShown}
            disabled={source.total === 0}
          >
            Export what is shown…
          </Button>
        </>
      }
    >
      <MemberFilters
        filter={question.filter}
        onChange={setFilter}
        textField={textField}
        onLeaveText={focusTable}
      />
      <DataTable
        model={model}
        empty={
          narrowed ? (
            <EmptyState
              icon={UserSearch}
              title="No member matches all of these filters."
              action={<Button onClick={() => setFilter({})}>Clear filters</Button>}
            >
              {advice(question.filter)}
            </EmptyState>
          ) : (
            <EmptyState
              icon={UserSearch}
              title="This office has no members yet."
              action={<Button onClick={() => navigate('/import')}>Import the office’s files</Button>}
            />
          )
        }
      />
      <SelectionBar model={model} one="member" many="members">
        <Button
          look="quiet"
          icon={Copy}
          onClick={() =>
            void copyAll(
              [...model.selection.values()].map((row) => row.memberNo),
              'numbers',
            )
          }
        >
          Copy numbers
        </Button>
        <Button
          look="quiet"
          icon={Copy}
          onClick={() =>
            void copyAll(
              [...model.selection.values()].map((row) => row.email).filter((email) => email !== ''),
              'e-mail addresses',
            )
          }
        >
          Copy e-mail addresses
        </Button>
      </SelectionBar>
    </Screen>
  );
}

function counted(total: number, narrowed: boolean): string {
  const count = total.toLocaleString('en-US');
  const members = `${count} ${total === 1 ? 'member' : 'members'}`;
  return narrowed ? `${members} ${total === 1 ? 'matches' : 'match'}` : members;
}

function advice(filter: MemberFilter): string {
  if (filter.text !== undefined)
    return `Nothing here has “${filter.text}” in its name or number. Shorten it or clear a filter.`;
  return 'Take one of the filters away to see more.';
}

async function copyAll(values: readonly string[], what: string): Promise<void> {
  await navigator.clipboard.writeText(values.join('\n'));
  sayDone(`${values.length.toLocaleString('en-US')} ${what} copied.`);
}
