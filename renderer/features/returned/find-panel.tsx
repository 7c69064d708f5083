import { MapPinCheck } from 'lucide-react';
import type { AddressToFind } from '../../../shared/domain/returned-mail.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone, sayError } from '../../components/toast.tsx';

const AT_A_TIME = 100;
const BACK = encodeURIComponent('/renewals/addresses');

/** Whose post does not arrive: call them, and change the address on their page, or say that it is right. */
export function FindPanel() {
  const page = usePage(AT_A_TIME);
  const { offset, limit } = page;
  const list = useAsk('returned.toFind', { offset, limit }, { keepPrevious: true });
  const confirm = useAct('returned.confirmAddress');
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton width="100%" height="240px" />;
  const { total, rows } = list.data;
  if (total === 0) return <EmptyState icon={MapPinCheck} title="Post reaches every address on record." />;
  const isRight = (row: AddressToFind) =>
    // Several may be under way at once, and each is told.
    void confirm
      .mutateAsync({ memberNo: row.memberNo })
      .then(() => sayDone(`Post goes to ${row.memberName} again.`), sayError);
  return (
    <div className="find">
      <p className="soft">
        Post came back from these addresses. Until there is a new one, notices go by e-mail, or are held.
      </p>
      <div className="post-table">
        <PlainTable<AddressToFind>
          label="Addresses to find"
          rows={rows}
          rowKey={({ memberNo }) => memberNo}
          columns={[
            {
              header: 'Member',
              cell: ({ memberNo, memberName }) => (
                <Link to={`/members/${encodeURIComponent(memberNo)}?contact=open&back=${BACK}`}>
                  {memberName}
                </Link>
              ),
            },
            { header: 'Number', cell: ({ memberNo }) => memberNo },
            {
              header: 'Address',
              cell: (row) => <span className="selectable">{addressText(row)}</span>,
              wide: true,
            },
            { header: 'Why', cell: ({ badReason }) => <span className="find__why">{badReason}</span> },
            {
              header: 'Since',
              cell: ({ returnedOn }) => (returnedOn === null ? '' : shortDate(returnedOn)),
            },
            { header: 'Phone', cell: ({ phone }) => <span className="selectable">{phone}</span> },
            { header: 'E-mail', cell: ({ email }) => <span className="selectable">{email}</span> },
            {
              header: 'Then',
              cell: (row) => (
                <Button
                  look="quiet"
                  aria-label={`It is right: the address of ${row.memberName}`}
                  onClick={() => isRight(row)}
                >
                  It is right
                </Button>
              ),
            },
          ]}
        />
      </div>
      <Pager page={page} total={total} />
    </div>
  );
}

function addressText({ address }: AddressToFind): string {
  if (address === null) return 'none';
  const { address1, address2, city, state, zip } = address;
  return [address1, address2, `${city} ${state} ${zip}`].filter((part) => part.trim() !== '').join(', ');
}
