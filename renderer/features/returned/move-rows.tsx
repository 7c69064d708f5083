import { Check } from 'lucide-react';
import { useState } from 'react';
import type { MoveRow, MovesPreview } from '../../../shared/domain/moves.ts';
import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';

interface MoveRowsProps {
  readonly preview: MovesPreview;
  /** null = all that would change. */
  readonly onApply: (members: readonly string[] | null) => void;
}

const count = (n: number) => n.toLocaleString('en-US');
const rowsOf = (n: number) => (n === 1 ? '1 row' : `${count(n)} rows`);

/** As many rows as are drawn at once. */
const SHOWN = 200;

/** What would change, old beside new, each to be taken or left; below, what cannot be taken and why. */
export function MoveRows({ preview, onApply }: MoveRowsProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(SHOWN);
  const changes = preview.rows.filter(({ outcome }) => outcome === 'move' || outcome === 'bad');
  const rejected = preview.rows.filter(({ outcome }) => outcome === 'rejected');
  const taken = changes.filter(({ memberNo }) => !left.has(memberNo));
  const toggle = (memberNo: string) => {
    const next = new Set(left);
    if (!next.delete(memberNo)) next.add(memberNo);
    setLeft(next);
  };
  return (
    <div className="move-rows">
      <p className="figures">
        {count(preview.counts.move)} addresses would change, {count(preview.counts.bad)} be marked as bad;{' '}
        {count(preview.counts.same)} stay as they are, {rowsOf(preview.counts.rejected)} cannot be taken.
      </p>
      {changes.length === 0 ? (
        <EmptyState icon={Check} title="Nothing in this file would change an address." />
      ) : (
        <>
          <div className="post-table">
            <PlainTable<MoveRow>
              label="What would change"
              rows={changes.slice(0, limit)}
              rowKey={({ row }) => row}
              columns={[
                {
                  header: 'Take',
                  cell: ({ memberNo, memberName }) => (
                    <input
                      type="checkbox"
                      className="check"
                      aria-label={`Take the change of ${memberName}`}
                      checked={!left.has(memberNo)}
                      onChange={() => toggle(memberNo)}
                    />
                  ),
                },
                {
                  header: 'Member',
                  cell: ({ memberNo, memberName }) => (
                    <Link to={`/members/${encodeURIComponent(memberNo)}`}>{memberName}</Link>
                  ),
                },
                {
                  header: 'Now',
                  cell: ({ before }) => <span className="move-rows__now">{addressText(before)}</span>,
                },
                {
                  header: 'Would be',
                  cell: ({ after, why, settles }) => (
                    <>
                      {after === null ? `marked as bad: ${why}` : <strong>{addressText(after)}</strong>}
                      {settles ? <span className="faint"> · post came back from the old one</span> : null}
                    </>
                  ),
                  wide: true,
                },
                { header: 'Moved', cell: ({ moveDate }) => moveDate },
                { header: 'Code', cell: ({ code }) => code },
              ]}
            />
          </div>
          {changes.length > limit ? (
            <Button onClick={() => setLimit(limit + SHOWN)}>{`Show more of ${count(changes.length)}`}</Button>
          ) : null}
          <div className="buttons">
            <Button
              look="primary"
              disabled={taken.length === 0}
              onClick={() => onApply(left.size === 0 ? null : taken.map(({ memberNo }) => memberNo))}
            >
              {taken.length === 1 ? 'Change 1 address' : `Change ${count(taken.length)} addresses`}
            </Button>
          </div>
        </>
      )}
      {rejected.length === 0 ? null : (
        <details className="move-rows__rejected">
          <summary>{`${rowsOf(rejected.length)} that cannot be taken`}</summary>
          <div className="post-table">
            <PlainTable<MoveRow>
              label="Rows that cannot be taken"
              rows={rejected.slice(0, limit)}
              rowKey={({ row }) => row}
              columns={[
                { header: 'Row', cell: ({ row }) => row, align: 'end' },
                { header: 'Number', cell: ({ memberNo }) => memberNo },
                { header: 'Member', cell: ({ memberName }) => memberName },
                { header: 'Why', cell: ({ why }) => why, wide: true },
              ]}
            />
          </div>
        </details>
      )}
    </div>
  );
}

function addressText(address: PostalAddress | null): string {
  if (address === null) return 'no address';
  const { address1, address2, city, state, zip } = address;
  return [address1, address2, `${city} ${state} ${zip}`].filter((part) => part.trim() !== '').join(', ');
}
