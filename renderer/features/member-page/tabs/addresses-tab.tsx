import { MapPinOff } from 'lucide-react';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { EmptyState } from '../../../components/notices.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';
import { addressLine } from '../address-line.ts';

/** The address now and those before it. */
export function AddressesTab({ page }: { readonly page: MemberPage }) {
  if (page.addresses.length === 0)
    return <EmptyState icon={MapPinOff} title="No postal address is known for this member." />;
  return (
    <PlainTable
      label="Addresses"
      rows={page.addresses}
      rowKey={(one) => `${one.validFrom} ${one.address1} ${one.zip}`}
      columns={[
        { header: 'From', cell: (one) => shortDate(one.validFrom) },
        { header: 'To', cell: (one) => (one.validTo === null ? 'now' : shortDate(one.validTo)) },
        {
          header: 'Address',
          cell: (one) => <span className="selectable">{addressLine(one)}</span>,
          wide: true,
        },
        { header: 'Remark', cell: (one) => one.badReason ?? '' },
      ]}
    />
  );
}
