import { Mails } from 'lucide-react';
import type { MemberPage, NoticeOnPage } from '../../../../shared/domain/member-page.ts';
import { displayMonth } from '../../../../shared/util/dates.ts';
import { Link } from '../../../app/navigation.tsx';
import { EmptyState } from '../../../components/notices.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';

/** Every notice prepared for the member: printed, e-mailed, or held back with its reason. */
export function NoticesTab({ page }: { readonly page: MemberPage }) {
  if (page.notices.length === 0)
    return <EmptyState icon={Mails} title="No notice has been prepared for this member." />;
  return (
    <PlainTable
      label="Notices"
      rows={page.notices}
      rowKey={(one) => one.run}
      columns={[
        { header: 'For', cell: (one) => displayMonth(one.month) },
        { header: 'Run', cell: (one) => <Link to={`/renewals?run=${one.run}`}>{one.run}</Link> },
        { header: 'Prepared', cell: (one) => shortDate(one.preparedOn) },
        { header: 'Printed', cell: (one) => dateOrNone(one.printedOn) },
        { header: 'Mailed', cell: (one) => dateOrNone(one.mailedOn) },
        { header: 'How', cell: how, wide: true },
        { header: 'Sent', cell: (one) => <Sent memberNo={page.memberNo} notice={one} /> },
      ]}
    />
  );
}

/** The way to the very page or message; nothing where none went out. */
function Sent({ memberNo, notice }: { readonly memberNo: string; readonly notice: NoticeOnPage }) {
  const { run, channel, printedOn } = notice;
  if (channel === 'held' || (channel === 'print' && printedOn === null))
    return <span className="faint">–</span>;
  return (
    <Link to={`/members/${memberNo}?sent=${run}`} aria-label={`Show what run ${run} sent`}>
      Show
    </Link>
  );
}

function how({ channel, sheet, heldReason }: NoticeOnPage): string {
  switch (channel) {
    case 'print':
      return sheet === null ? 'on paper' : `on paper, sheet ${sheet}`;
    case 'email':
      return 'by e-mail';
    case 'held':
      return `held back: ${heldReason ?? 'no reason recorded'}`;
  }
}

function dateOrNone(date: string | null) {
  return date === null ? <span className="faint">–</span> : shortDate(date);
}
