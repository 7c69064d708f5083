import {
  AGE_BUCKETS,
  AGED_GROUPS,
  type AgedGroup,
  type AgedLine,
  type AgedReceivables,
} from '../../../shared/domain/reports.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { PlainTable } from '../../components/plain-table.tsx';

const HEADERS: Readonly<Record<AgedGroup, string>> = {
  renewable: 'Can renew',
  recertified: 'Before recertifying',
  lapsed: 'Lapsed',
  deceased: 'Deceased',
};

interface Row {
  readonly name: string;
  readonly fees: number;
  readonly cents: Readonly<Record<AgedGroup, number>>;
  readonly total: number;
}

/** Unpaid fees by how long they have been past their due date; the last row adds up. */
export function AgedTable({ aged }: { readonly aged: AgedReceivables }) {
  const rows = [
    ...AGE_BUCKETS.map((bucket) =>
      rowOf(
        bucket === 'current' ? 'Not past due' : bucket,
        aged.lines.filter((line) => line.bucket === bucket),
      ),
    ),
    rowOf('All together', aged.lines),
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls, and must be reachable by keyboard */}
      <section className="books__scroll" aria-label="Unpaid fees by age" tabIndex={0}>
        <PlainTable
          label="Unpaid fees by age"
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { header: 'Past due', wide: true, cell: ({ name }) => name },
            { header: 'Fees', align: 'end', cell: ({ fees }) => fees.toLocaleString('en-US') },
            ...AGED_GROUPS.map((group) => ({
              header: HEADERS[group],
              align: 'end' as const,
              cell: ({ cents }: Row) => displayCents(cents[group]),
            })),
            { header: 'In all', align: 'end', cell: ({ total }) => <strong>{displayCents(total)}</strong> },
          ]}
        />
      </section>
      <p className="books__sum soft">
        {displayCents(aged.creditCents)} is held as credit, {displayCents(aged.unassignedCents)} is nobody’s
        yet.
      </p>
    </>
  );
}

function rowOf(name: string, lines: readonly AgedLine[]): Row {
  const sum = (group: AgedGroup | null) =>
    lines
      .filter((line) => group === null || line.group === group)
      .reduce((cents, line) => cents + line.cents, 0);
  return {
    name,
    fees: lines.reduce((count, { fees }) => count + fees, 0),
    cents: {
      renewable: sum('renewable'),
      recertified: sum('recertified'),
      lapsed: sum('lapsed'),
      deceased: sum('deceased'),
    },
    total: sum(null),
  };
}
