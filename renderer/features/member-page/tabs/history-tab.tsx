import { History } from 'lucide-react';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { moment } from '../../../components/moment.ts';
import { EmptyState } from '../../../components/notices.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';

/** What was done about the member, by whom and when, newest first. */
export function HistoryTab({ page }: { readonly page: MemberPage }) {
  if (page.journal.length === 0)
    return <EmptyState icon={History} title="Nothing has been done about this member yet." />;
  return (
    <PlainTable
      label="History"
      rows={page.journal}
      rowKey={(one) => one.seq}
      columns={[
        { header: 'When', cell: (one) => moment(one.at) },
        { header: 'Who', cell: (one) => one.actor },
        { header: 'What', cell: (one) => <span className="selectable">{one.text}</span>, wide: true },
        { header: 'Entry', cell: (one) => one.seq, align: 'end' },
      ]}
    />
  );
}
