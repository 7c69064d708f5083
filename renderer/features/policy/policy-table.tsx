import { entryOn, type PolicyEntry } from '../../../shared/domain/policy.ts';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ConfirmMark } from './confirm-mark.tsx';
import { type PolicyGroup, shortTitle, valueWords } from './policy-groups.ts';

interface PolicyTableProps {
  readonly group: PolicyGroup;
  readonly today: string;
  /** From this day on means: always. */
  readonly always: string;
  /** Asked to show one value, by name. */
  readonly onOpen: (name: string) => void;
}

interface Line {
  readonly key: string;
  /** Of the value's first line; empty on the others. */
  readonly title: string;
  readonly entry: PolicyEntry;
  /** Whether it is the one in force today. */
  readonly now: boolean;
}

/** One group of values: each with what it was before and what it will be, a line for each. */
export function PolicyTable({ group, today, always, onOpen }: PolicyTableProps) {
  const lines = group.values.flatMap((history): readonly Line[] => {
    const now = entryOn(history, today);
    return history.entries.toReversed().map((entry, index) => ({
      key: `${history.name} ${entry.from}`,
      title: index === 0 ? shortTitle(history, group) : '',
      entry,
      now: entry === now,
    }));
  });
  const since = ({ entry, now }: Line) =>
    entry.from === always
      ? 'always'
      : `${now ? '' : entry.from > today ? 'will be ' : 'was '}${shortDate(entry.from)}`;
  return (
    <section className="policy__group">
      <h2>{group.title}</h2>
      <PlainTable
        label={group.title}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            header: 'Value',
            cell: ({ title, entry }) => (
              <span className="policy__title">
                {title === '' ? null : (
                  <button type="button" className="policy__open" onClick={() => onOpen(entry.name)}>
                    {title}
                  </button>
                )}
              </span>
            ),
          },
          {
            header: 'In force',
            align: 'end',
            cell: ({ entry, now }) => (
              <span className={now ? 'policy__now' : 'faint'}>{valueWords(entry)}</span>
            ),
          },
          { header: 'Since', cell: (line) => <span className="soft">{since(line)}</span> },
          {
            header: 'Status',
            cell: ({ entry: { confirmed, decision } }) => (
              <ConfirmMark confirmed={confirmed} byOffice={decision !== undefined} />
            ),
          },
          {
            header: 'Reference',
            cell: ({ entry }) => <span className="policy__reference">{entry.reference}</span>,
            wide: true,
          },
        ]}
      />
    </section>
  );
}
