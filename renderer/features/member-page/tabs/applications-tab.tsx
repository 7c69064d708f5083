import { RotateCcw } from 'lucide-react';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { BY_ROUTE, RECERTIFICATION_WORDS } from '../../../../shared/domain/recertification-steps.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Link } from '../../../app/navigation.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../components/notices.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';

/** The member's applications for recertification, those that came last first. */
export function ApplicationsTab({ page }: { readonly page: MemberPage }) {
  const list = useAsk('recertification.list', {
    state: 'all',
    memberNo: page.memberNo,
    offset: 0,
    limit: 100,
  });
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton height="80px" />;
  if (list.data.rows.length === 0)
    return <EmptyState icon={RotateCcw} title="This member has never applied for recertification." />;
  return (
    <PlainTable
      label="Applications for recertification"
      rows={list.data.rows}
      rowKey={({ application }) => application}
      columns={[
        {
          header: 'Application',
          wide: true,
          cell: ({ application, code, route }) => (
            <Link to={`/recertification/${application}`} className="applications-link">
              {application}, {code} {BY_ROUTE[route]}
            </Link>
          ),
        },
        { header: 'Received', cell: ({ receivedOn }) => shortDate(receivedOn) },
        { header: 'Stands', cell: ({ status }) => RECERTIFICATION_WORDS[status] },
        { header: 'Since', cell: ({ sinceOn }) => shortDate(sinceOn) },
      ]}
    />
  );
}
