import { ClipboardCheck, Plus, UserCheck } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { CASE_SORTS, type CaseFilter, type CaseSort } from '../../../shared/domain/audit-case.ts';
import { CASE_STATE_WORDS, CASE_STATES } from '../../../shared/domain/audit-steps.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-rows.ts';
import { Link, navigate, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { CountChip } from '../../components/count-chip.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import { SelectionBar } from '../../tables/selection-bar.tsx';
import { useDataTable } from '../../tables/use-data-table.ts';
import { AssignCases } from './assign-cases.tsx';
import { CASE_COLUMNS } from './case-columns.tsx';
import { ForCauseDialog } from './for-cause-dialog.tsx';
import { listAt, listWords, NO_LIST } from './report-place.ts';

const NARROWED = ['open', 'overdue', 'second-review', 'all', ...CASE_STATES] as const;
const ANYONE = '*';
/** Reviewers with a chip of their own, those with most cases first; the others are in the list. */
const MOST_OWNERS = 5;

/** The worklist of cases: what is due first on top, by state and by reviewer. */
export function CasesTab() {
  const [text, setText] = useQueryText();
  const list = useMemo(() => listAt(text), [text]);
  const state = NARROWED.find((one) => one === text.get('state')) ?? (list === null ? 'open' : 'all');
  const owner = text.get('owner');
  const words = text.get('text') ?? '';
  const by = CASE_SORTS.find((one) => one === text.get('by')) ?? 'due';
  const descending = text.get('down') === 'yes';
  const question = useMemo(
    (): CaseFilter & { readonly sort: CaseSort } => ({
      state,
      owner: owner === null || owner === '' ? null : owner === '-' ? '' : owner,
      text: words,
      sort: { by, descending },
      report: list,
    }),
    [state, owner, words, by, descending, list],
  );
  const tallies = useAsk('audits.tallies', undefined).data;
  const [dialog, setDialog] = useState<'for-cause' | 'assign' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const clear = () => setText({ state: '', owner: '', text: '', ...NO_LIST });
  const model = useDataTable({
    id: 'audit-cases',
    label: 'Audits',
    columns: CASE_COLUMNS,
    source: useRows('audits.worklist', question),
    rowId: (row) => String(row.audit),
    rowName: (row) => `${row.memberName}, ${row.code}`,
    sort: { by, descending },
    onSort: (sort) => setText({ by: sort.by === 'due' ? '' : sort.by, down: sort.descending ? 'yes' : '' }),
    onOpen: (row) => navigate(`/audits/cases/${row.audit}`),
    onEscape: clear,
    question: JSON.stringify(question),
    selectable: true,
  });
  const picked = [...model.selection.values()].map(({ audit }) => audit);
  useKeys('Audits', [
    { keys: '/', does: 'Filter by name or number', run: () => field.current?.focus() },
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the list' },
    { keys: 'Enter', does: 'Open the case' },
    { keys: ' ', does: 'Pick the case' },
    {
      keys: 'g',
      does: 'Give what is picked to a reviewer',
      run: () => {
        if (picked.length > 0) setDialog('assign');
      },
    },
    { keys: 'n', does: 'Open an audit for cause', run: () => setDialog('for-cause') },
  ]);
  const chip = (one: (typeof NARROWED)[number], words: string, count: number | undefined) => (
    <CountChip
      key={one}
      text={words}
      count={count ?? 0}
      on={state === one}
      onPress={() => setText({ state: one === 'open' ? '' : one })}
    />
  );
  return (
    <div className="case-list">
      {list === null ? null : (
        <div className="case-list__report">
          <strong>{listWords(list)}</strong>
          <Link to={`/audits/reports/${list.year}`}>Back to the report</Link>
          <Button look="quiet" onClick={clear}>
            Show all open cases
          </Button>
        </div>
      )}
      <fieldset className="chips" hidden={list !== null}>
        <legend className="visually-hidden">Which cases</legend>
        {chip('open', 'Open', tallies?.open)}
        {chip('overdue', 'Overdue', tallies?.overdue)}
        {chip('second-review', 'Second review', tallies?.secondReview)}
        <span className="chips__line" aria-hidden="true" />
        {CASE_STATES.filter((one) => state === one || (tallies?.states[one] ?? 0) > 0).map((one) =>
          chip(one, CASE_STATE_WORDS[one], tallies?.states[one]),
        )}
      </fieldset>
      {list !== null || (tallies?.owners.length ?? 0) < 2 ? null : (
        <fieldset className="chips">
          <legend className="visually-hidden">Whose open cases</legend>
          {(tallies?.owners ?? []).slice(0, MOST_OWNERS).map((one) => (
            <CountChip
              key={one.owner}
              text={`${one.owner === '' ? 'Nobody' : one.owner}${one.overdue > 0 ? `, ▲ ${one.overdue} overdue` : ''}`}
              count={one.open}
              on={owner === (one.owner === '' ? '-' : one.owner)}
              onPress={() => {
                const asked = one.owner === '' ? '-' : one.owner;
                setText({ owner: owner === asked ? '' : asked });
              }}
            />
          ))}
        </fieldset>
      )}
      <div className="case-list__bar">
        <TextField
          ref={field}
          label="Name or number"
          type="search"
          value={words}
          onChange={(event) => setText({ text: event.target.value })}
        />
        <Select
          label="Reviewer"
          value={owner === null || owner === '' ? ANYONE : owner}
          options={[
            { value: ANYONE, text: 'Anyone' },
            { value: '-', text: `Nobody${countOf(tallies, '')}` },
            ...(tallies?.reviewers ?? []).map((name) => ({
              value: name,
              text: `${name}${countOf(tallies, name)}`,
            })),
          ]}
          onChange={(event) => setText({ owner: event.target.value === ANYONE ? '' : event.target.value })}
        />
        <span className="case-list__end">
          <ColumnMenu model={model} />
          <Button icon={Plus} onClick={() => setDialog('for-cause')}>
            Audit for cause
          </Button>
        </span>
      </div>
      <DataTable
        model={model}
        empty={
          <EmptyState
            icon={ClipboardCheck}
            title="No case is listed here."
            action={<Button onClick={clear}>Show all open cases</Button>}
          >
            Draw the year’s audit under Draws, or open one for cause.
          </EmptyState>
        }
      />
      <SelectionBar model={model} one="case" many="cases">
        <Button look="quiet" icon={UserCheck} onClick={() => setDialog('assign')}>
          Give to…
        </Button>
      </SelectionBar>
      {dialog === 'for-cause' ? <ForCauseDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'assign' ? (
        <AssignCases
          audits={picked}
          onClose={() => setDialog(null)}
          onDone={() => model.setSelection(() => new Map())}
        />
      ) : null}
    </div>
  );
}

/** How many open cases a reviewer has, and how many of them are overdue. */
function countOf(
  tallies: { readonly owners: readonly { owner: string; open: number; overdue: number }[] } | undefined,
  owner: string,
): string {
  const found = tallies?.owners.find((one) => one.owner === owner);
  if (found === undefined) return '';
  return ` (${found.open}${found.overdue > 0 ? `, ${found.overdue} overdue` : ''})`;
}
