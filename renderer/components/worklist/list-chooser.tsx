import type { WorklistCounts, WorklistName } from '../../../shared/domain/worklists.ts';
import { LIST_WORDS } from './words.ts';

interface ListChooserProps {
  readonly lists: readonly WorklistName[];
  readonly chosen: WorklistName;
  readonly counts: WorklistCounts | undefined;
  readonly onChoose: (list: WorklistName) => void;
}

/** The lists side by side, each with how many rows it has to work on. */
export function ListChooser({ lists, chosen, counts, onChoose }: ListChooserProps) {
  return (
    <fieldset className="worklist__lists">
      <legend className="visually-hidden">Worklist</legend>
      {lists.map((list) => (
        <label key={list} className="worklist__list">
          <input
            type="radio"
            name="worklist"
            className="visually-hidden"
            checked={list === chosen}
            onChange={() => onChoose(list)}
          />
          <span>{LIST_WORDS[list].name}</span>
          <span className="worklist__count figures">
            {counts === undefined ? ' ' : counts[list].toLocaleString('en-US')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
