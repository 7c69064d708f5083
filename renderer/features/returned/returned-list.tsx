import { MailCheck } from 'lucide-react';
import type { ReturnedRow, ReturnedRows } from '../../../shared/domain/returned-mail.ts';
import type { ErrorShape } from '../../../shared/ipc/errors.ts';
import { Link } from '../../app/navigation.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { type Page, Pager } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';

interface ReturnedListProps {
  readonly rows: ReturnedRows | undefined;
  readonly error: ErrorShape | null;
  readonly page: Page;
  readonly onRetry: () => void;
}

/** What came back so far, the last one first. */
export function ReturnedList({ rows, page, error, onRetry }: ReturnedListProps) {
  if (error !== null) return <ErrorState error={error} onRetry={onRetry} />;
  if (rows === undefined) return <Skeleton width="100%" height="120px" />;
  if (rows.total === 0)
    return (
      <EmptyState icon={MailCheck} title="No letter has come back so far.">
        Scan the code on one that does: its address is marked, and the next notice goes another way.
      </EmptyState>
    );
  return (
    <section className="returned__list">
      <h2>
        Came back <span className="faint figures">{rows.total.toLocaleString('en-US')}</span>
      </h2>
      <div className="post-table">
        <PlainTable<ReturnedRow>
          label="Letters that came back"
          rows={rows.rows}
          rowKey={({ run, sheet }) => `${run} ${sheet}`}
          columns={[
            { header: 'On', cell: ({ returnedOn }) => shortDate(returnedOn) },
            {
              header: 'Member',
              cell: ({ memberNo, memberName }) => (
                <Link to={`/members/${encodeURIComponent(memberNo)}`}>{memberName}</Link>
              ),
            },
            { header: 'Number', cell: ({ memberNo }) => memberNo },
            { header: 'Run and sheet', cell: ({ run, sheet }) => `${run} ${sheet}` },
            { header: 'Why', cell: ({ reason }) => reason, wide: true },
            { header: 'Address', cell: ({ corrected }) => (corrected ? 'changed since' : 'to find') },
            { header: 'Noted by', cell: ({ actor }) => actor },
          ]}
        />
      </div>
      <Pager page={page} total={rows.total} />
    </section>
  );
}
