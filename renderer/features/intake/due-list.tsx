import { useState } from 'react';
import { type DueDocument, holdText } from '../../../shared/domain/retention.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { type Page, Pager } from '../../components/pager.tsx';
import { type PlainColumn, PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { HoldDialog } from './hold-dialog.tsx';

interface DueListProps {
  readonly rows: readonly DueDocument[];
  readonly total: number;
  readonly page: Page;
  readonly chosen: ReadonlySet<number>;
  /** null = nothing can be chosen: something stops these. */
  readonly onChoose: ((chosen: ReadonlySet<number>) => void) | null;
}

/** Documents whose time is over, with since when and why, and a hold for each. */
export function DueList({ rows, total, page, chosen, onChoose }: DueListProps) {
  const [holding, setHolding] = useState<DueDocument | null>(null);
  const columns: readonly PlainColumn<DueDocument>[] = [
    ...(onChoose === null
      ? []
      : [
          {
            header: 'Choose',
            cell: ({ document, arrivals }: DueDocument) => (
              <input
                type="checkbox"
                aria-label={`Choose ${arrivals[0]?.name ?? ''}`}
                checked={chosen.has(document)}
                onChange={() =>
                  onChoose(
                    new Set(
                      [...chosen]
                        .filter((one) => one !== document)
                        .concat(chosen.has(document) ? [] : [document]),
                    ),
                  )
                }
              />
            ),
          },
        ]),
    {
      header: 'Document',
      wide: true,
      cell: ({ arrivals, pages, sha256 }) => (
        <>
          <span className="returns__name">{arrivals[0]?.name}</span>
          <span className="soft intake__below">
            {pages === null ? 'unreadable' : pages === 1 ? '1 page' : `${pages} pages`}, received{' '}
            {shortDate(arrivals[0]?.on ?? '')}, SHA-256 {sha256.slice(0, 12)}…
          </span>
        </>
      ),
    },
    { header: 'Member', cell: Members },
    {
      header: 'Due since',
      cell: ({ until: { dueOn } }) => <span className="figures">{shortDate(dueOn)}</span>,
    },
    { header: 'Why', wide: true, cell: why },
    {
      header: onChoose === null ? 'Stopped by' : 'Hold',
      wide: onChoose === null,
      cell: (row) => (
        <>
          {row.holds.map((hold) => (
            <span key={holdText(hold)} className="retention__hold">
              {holdText(hold)}
            </span>
          ))}
          <Button look="quiet" onClick={() => setHolding(row)}>
            {row.holds.some(({ kind }) => kind === 'legal') ? 'Holds…' : 'Hold…'}
            <span className="visually-hidden"> {row.arrivals[0]?.name}</span>
          </Button>
        </>
      ),
    },
  ];
  return (
    <>
      <ScrollRegion label="Documents, as wide as the table is">
        <PlainTable
          label="Documents whose time is over"
          rows={rows}
          rowKey={({ document }) => document}
          columns={columns}
        />
      </ScrollRegion>
      <Pager page={page} total={total} />
      {holding === null ? null : <HoldDialog document={holding} onClose={() => setHolding(null)} />}
    </>
  );
}

function Members({ parts }: DueDocument) {
  const members = new Map(
    parts.flatMap(({ memberNo, memberName }) => (memberNo === null ? [] : [[memberNo, memberName]])),
  );
  if (members.size === 0) return <span className="soft">nobody’s</span>;
  return [...members].map(([memberNo, memberName]) => (
    <Link key={memberNo} to={`/members/${memberNo}`}>
      {memberName}
    </Link>
  ));
}

function why({ until: { policy, from, years } }: DueDocument): string {
  const what = policy === 'retention-years-decided' ? 'Its last case decided' : 'Refused or dismissed';
  return `${what} ${shortDate(from)}, kept ${years === 1 ? '1 year' : `${years} years`}`;
}
