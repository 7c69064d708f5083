import { type ReactNode, useState } from 'react';
import type { TrialFilter, TrialReport } from '../../../shared/domain/what-if.ts';
import { STATUS_WORDS, StatusShape } from '../../components/status.tsx';
import { TrialList } from './trial-list.tsx';
import {
  comparedWords,
  EVERY_MOVE,
  filterKey,
  firstFilter,
  movedWords,
  moveFilter,
  OTHERWISE,
} from './trial-words.ts';

interface TrialResultProps {
  readonly trial: string;
  readonly report: TrialReport;
  /** The list comes with a press; without it, at once. */
  readonly folded?: boolean;
}

/** What a trial found: how many go from what to what, and, one press away, exactly who. */
export function TrialResult({ trial, report, folded = false }: TrialResultProps) {
  const [chosen, setChosen] = useState<TrialFilter | null>(folded ? null : firstFilter(report));
  const { moves, moved, otherwise } = report;
  const chip = (filter: TrialFilter, count: number, words: ReactNode) => {
    const on = chosen !== null && filterKey(chosen) === filterKey(filter);
    return (
      <button
        key={filterKey(filter)}
        type="button"
        className={`trial__move ${on ? 'trial__move--on' : ''}`}
        aria-pressed={on}
        onClick={() => setChosen(on && folded ? null : filter)}
      >
        <strong className="figures">{count.toLocaleString('en-US')}</strong> {words}
      </button>
    );
  };
  return (
    <section className="trial" aria-label="What would change">
      <div role="status">
        <p className="trial__said">{movedWords(report)}</p>
        <p className="soft figures">{comparedWords(report)}</p>
      </div>
      {moved + otherwise === 0 ? null : (
        <fieldset className="trial__moves">
          <legend className="visually-hidden">Show whom</legend>
          {moves.length > 1 ? chip(EVERY_MOVE, moved, 'in all') : null}
          {moves.map(({ from, to, certifications }) =>
            chip(
              moveFilter({ from, to }),
              certifications,
              <>
                <StatusShape status={from} /> {STATUS_WORDS[from]} <span aria-hidden="true">→</span>
                <span className="visually-hidden">to</span> <StatusShape status={to} /> {STATUS_WORDS[to]}
              </>,
            ),
          )}
          {otherwise > 0 ? chip(OTHERWISE, otherwise, 'keep their status but stand otherwise') : null}
        </fieldset>
      )}
      {chosen === null || moved + otherwise === 0 ? null : <TrialList trial={trial} filter={chosen} />}
    </section>
  );
}
