import type { LapseReversal, WorklistMark } from '../../../shared/domain/worklists.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { CAUSE_WORDS } from './words.ts';

const KIND_WORDS: Readonly<Record<WorklistMark['kind'], string>> = {
  note: 'Note',
  snoozed: 'Snoozed',
  done: 'Done',
  back: 'Back on the list',
};

interface MarksListProps {
  readonly marks: readonly WorklistMark[];
  readonly reversals: readonly LapseReversal[];
}

/** What was done about the row before, and the lapses of the member that were reversed. */
export function MarksList({ marks, reversals }: MarksListProps) {
  if (marks.length === 0 && reversals.length === 0) return null;
  return (
    <ul className="work-panel__marks">
      {marks.map(({ id, kind, until, text, on, actor }) => (
        <li key={id}>
          <strong>
            {KIND_WORDS[kind]}
            {until === null ? '' : ` until ${displayDate(until)}`}
          </strong>
          {text === '' ? null : <>: {text}</>}
          <span className="soft">
            {' '}
            · {actor}, {displayDate(on)}
          </span>
        </li>
      ))}
      {reversals.map(({ code, cause, since, on, citation, reason, allowedBy }) => (
        <li key={`${code} ${since} ${on}`}>
          <strong>
            Lapse of {code} since {displayDate(since)} ({CAUSE_WORDS[cause].toLowerCase()}) reversed
          </strong>
          : {reason}{' '}
          <span className="soft">
            · {citation}, allowed by {allowedBy}, {displayDate(on)}
          </span>
        </li>
      ))}
    </ul>
  );
}
