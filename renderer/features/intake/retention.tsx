import { FileDown, Flame } from 'lucide-react';
import { useState } from 'react';
import type { RetentionState } from '../../../shared/domain/retention.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { CountChip } from '../../components/count-chip.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { usePage } from '../../components/pager.tsx';
import { DestroyDialog } from './destroy-dialog.tsx';
import { DestructionLogList } from './destruction-log.tsx';
import { DueList } from './due-list.tsx';
import { SaveRetentionFile } from './save-retention-file.tsx';

const SHOWN = 200;

interface Destroying {
  /** null = everything that is due. */
  readonly documents: readonly number[] | null;
  readonly count: number;
}

/** How long documents are kept: what is due for destruction and why, what stops it, and the log of what was destroyed. */
export function Retention() {
  const [list, setList] = useState<'due' | 'held' | 'log'>('due');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  /** What it was when it was asked for: the lists change while it is confirmed. */
  const [destroying, setDestroying] = useState<Destroying | null>(null);
  const state = useAsk('retention.state', undefined);
  const held = list === 'held';
  const page = usePage(SHOWN, list);
  const { offset, limit } = page;
  const due = useAsk('retention.due', { held, offset, limit }, { keepPrevious: true });
  const error = state.error ?? due.error;
  if (error !== null)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void state.refetch();
          void due.refetch();
        }}
      />
    );
  if (state.data === undefined || due.data === undefined) return <Skeleton height="200px" />;
  const there = new Set(due.data.rows.map(({ document }) => document));
  const picked = [...chosen].filter((document) => there.has(document));
  const count = picked.length > 0 ? picked.length : state.data.due;
  return (
    <section className="intake__list" aria-label="Retention">
      <Policies state={state.data} />
      <div className="returns__bar">
        <fieldset className="chips">
          <legend className="visually-hidden">Documents</legend>
          <CountChip text="Due" count={state.data.due} on={list === 'due'} onPress={() => setList('due')} />
          <CountChip text="Stopped" count={state.data.held} on={held} onPress={() => setList('held')} />
          <CountChip
            text="Destroyed"
            count={state.data.destroyed}
            on={list === 'log'}
            onPress={() => setList('log')}
          />
        </fieldset>
        {list === 'due' && count > 0 ? (
          <Button
            icon={Flame}
            onClick={() => setDestroying({ documents: picked.length > 0 ? picked : null, count })}
          >
            Destroy {picked.length > 0 ? `${picked.length} chosen` : `all ${count.toLocaleString('en-US')}`}…
          </Button>
        ) : null}
        {list === 'log' && state.data.destroyed > 0 ? (
          <SaveRetentionFile
            text="Save the log as CSV"
            icon={FileDown}
            name="destruction-log.csv"
            destruction={null}
          />
        ) : null}
      </div>
      {list === 'log' ? (
        <DestructionLogList />
      ) : due.data.total === 0 ? (
        <EmptyState
          title={held ? 'The destruction of nothing is stopped' : 'No document is due for destruction'}
        >
          {held ? undefined : `${state.data.kept.toLocaleString('en-US')} documents are kept.`}
        </EmptyState>
      ) : (
        <DueList
          rows={due.data.rows}
          total={due.data.total}
          page={page}
          chosen={chosen}
          onChoose={held ? null : setChosen}
        />
      )}
      {destroying === null ? null : (
        <DestroyDialog
          {...destroying}
          onClose={() => setDestroying(null)}
          onDone={() => {
            setDestroying(null);
            setChosen(new Set());
          }}
        />
      )}
    </section>
  );
}

function Policies({ state: { policies } }: { readonly state: RetentionState }) {
  return (
    <>
      <div className="retention__policies soft">
        {policies.map(({ name, title, years, confirmed }) => (
          <p key={name}>
            {title}: <strong>{years === 1 ? '1 year' : `${years} years`}</strong>
            {confirmed ? '' : ' ? not confirmed by the office'}
          </p>
        ))}
        <Link to="/settings?tab=policy">Open the policy book</Link>
      </div>
      <Banner kind="info">
        What is destroyed cannot be brought back here. Backups made before still hold it: they have to be
        destroyed, too, when their own time is over.
      </Banner>
    </>
  );
}
