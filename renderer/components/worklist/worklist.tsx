import { Download, ListChecks } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { WorklistName, WorklistRow } from '../../../shared/domain/worklists.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-rows.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { gridTemplate, leastWidth } from '../../tables/columns.ts';
import { DataTable } from '../../tables/data-table.tsx';
import { type DataTableModel, useDataTable } from '../../tables/use-data-table.ts';
import { Button } from '../button.tsx';
import { EmptyState } from '../notices.tsx';
import { sayDone, sayError } from '../toast.tsx';
import { besideARow, columnsOf } from './columns.tsx';
import { WorklistFilters } from './filters.tsx';
import { focusTable } from './focus-table.ts';
import { ListChooser } from './list-chooser.tsx';
import { partsOf, readQuestion, writeSort } from './question.ts';
import { useWorkedRow } from './use-worked-row.ts';
import { LIST_WORDS } from './words.ts';
import type { WorkForms } from './work-forms.ts';
import { type ListActions, WorkPanel } from './work-panel.tsx';
import './worklist.css';

interface WorklistProps {
  readonly lists: readonly [WorklistName, ...WorklistName[]];
  /** What other features show of a row and do about it. */
  readonly forms: WorkForms;
  /** Further actions of a row's panel. */
  readonly actions?: (about: ListActions) => ReactNode;
}

/** Worklists, one at a time: the table, and beside it the row that is being worked (`?list=ending&item=c17:2024-05-01`). */
export function Worklist({ lists, forms, actions }: WorklistProps) {
  const [text, setText] = useQueryText();
  const list = lists.find((one) => one === text.get('list')) ?? lists[0];
  const counts = useAsk('worklists.counts', undefined, { keepPrevious: true });
  return (
    <>
      <ListChooser
        lists={lists}
        chosen={list}
        counts={counts.data}
        onChoose={(next) =>
          setText({
            list: next === lists[0] ? '' : next,
            days: '',
            cause: '',
            route: '',
            crossing: '',
            sort: '',
            item: '',
          })
        }
      />
      <Rows key={list} list={list} forms={forms} {...(actions === undefined ? {} : { actions })} />
    </>
  );
}

interface RowsProps extends Pick<WorklistProps, 'forms' | 'actions'> {
  readonly list: WorklistName;
}

function Rows({ list, forms, actions }: RowsProps) {
  const [text, setText] = useQueryText();
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const question = useMemo(() => readQuestion(text, list), [text, list]);
  const source = useRows('worklists.rows', question);
  const worked = useWorkedRow(source.total);
  const { item, memberNo, isOpen, close } = worked;
  const row = useMemo(() => ({ list, item, memberNo }), [list, item, memberNo]);
  const exporting = useAct('worklists.export');
  const columns = useMemo(() => columnsOf(list, today), [list, today]);
  const filtered = partsOf(question.filter) > 0;
  const words = LIST_WORDS[list];
  const model = useDataTable<WorklistRow, (typeof question.sort)['by']>({
    id: `worklist-${list}`,
    label: words.name,
    columns,
    source,
    rowId: (row) => row.item,
    rowName: (row) => row.memberName,
    sort: question.sort,
    onSort: (sort) => setText({ sort: writeSort(sort), item: '', of: '' }),
    onOpen: worked.onOpen,
    onActive: worked.onActive,
    onMove: worked.onMove,
    onEscape: close,
    question: JSON.stringify(question),
    openRow: isOpen ? item : null,
  });
  useKeys('Worklist', [
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the table: the row stands beside it' },
    { keys: 'Enter', does: 'Into the row' },
    { keys: 'Escape', does: 'Close the row, back to the table' },
    { keys: '/', does: 'To the table', run: focusTable },
  ]);
  const exportShown = () =>
    exporting.mutate(question, {
      onSuccess: (saved) => {
        if (saved === null) return;
        sayDone(`${saved.rows.toLocaleString('en-US')} ${saved.rows === 1 ? 'row' : 'rows'} exported.`, {
          text: 'Show file',
          run: () => void ask('shell.showFile', { file: saved.file }),
        });
      },
      onError: sayError,
    });

  return (
    <>
      <div className="worklist__bar">
        <p className="soft">{words.about}</p>
        <span className="figures soft" role="status">
          {source.total === null
            ? ' '
            : `${source.total.toLocaleString('en-US')} ${source.total === 1 ? 'row' : 'rows'}`}
        </span>
      </div>
      <div className="worklist__tools">
        <WorklistFilters question={question} setText={setText} />
        <div className="buttons">
          <ColumnMenu model={model} />
          <Button
            icon={Download}
            busy={exporting.isPending}
            disabled={source.total === 0}
            onClick={exportShown}
          >
            Export…
          </Button>
        </div>
      </div>
      <div className="worklist__parts">
        <div className="worklist__table">
          <DataTable
            model={isOpen ? narrowed(model) : model}
            empty={
              <EmptyState
                icon={ListChecks}
                title={filtered ? 'No row matches all of these filters.' : words.empty}
              />
            }
          />
        </div>
        {isOpen ? (
          <WorkPanel
            row={row}
            forms={forms}
            entered={worked.entered}
            onClose={close}
            onLeft={worked.onLeft}
            {...(actions === undefined ? {} : { actions })}
          />
        ) : null}
      </div>
    </>
  );
}

/** The table beside an open row, with the columns that the row does not say itself. */
function narrowed(model: DataTableModel<WorklistRow>): DataTableModel<WorklistRow> {
  const columns = besideARow(model.columns);
  return {
    ...model,
    columns,
    template: gridTemplate(columns, model.selectable),
    leastWidth: leastWidth(columns, model.selectable),
  };
}
