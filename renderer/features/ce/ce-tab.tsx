import { FileInput, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CeOffering } from '../../../shared/domain/ce.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox, TextField } from '../../components/field.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MemberDiscount } from './member-discount.tsx';
import { OfferingDialog } from './offering-dialog.tsx';
import { OfferingTable } from './offering-table.tsx';
import './ce.css';

const SHOWN = 200;

/** The CE catalogue on a date, with list and member price (SC-CE-1), and what one member pays and why. */
export function CeTab() {
  const today = useAsk('office.state', undefined).data?.today;
  if (today === undefined) return <Skeleton height="220px" />;
  return <Catalogue today={today} />;
}

function Catalogue({ today }: { readonly today: string }) {
  const [place, setPlace] = useQueryText();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [on, setOn] = useState(today);
  const [openOnly, setOpenOnly] = useState(true);
  const [edited, setEdited] = useState<CeOffering | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const memberNo = place.get('member') ?? '';
  const offerings = useAsk(
    'ce.offerings',
    { text, on, openOnly, offset: 0, limit: SHOWN },
    { keepPrevious: true },
  );
  const prices = useAsk(
    'ce.prices',
    { memberNo, offering: null, on },
    { enabled: memberNo !== '', keepPrevious: true },
  );
  const discount = memberNo === '' ? null : (prices.data?.discount ?? null);
  useKeys('CE catalogue', [
    { keys: 'n', does: 'Add an offering', run: () => setEdited('new') },
    { keys: '/', does: 'Search the catalogue', run: () => search.current?.focus() },
  ]);
  return (
    <div className="ce">
      <div className="ce__bar">
        <div className="ce__filters">
          <TextField
            ref={search}
            label="Search"
            placeholder="Title, provider or id"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <TextField
            label="On"
            type="date"
            value={on}
            onChange={(event) => setOn(event.target.value === '' ? today : event.target.value)}
          />
          <Checkbox
            label="Only what can be had then"
            checked={openOnly}
            onChange={(event) => setOpenOnly(event.target.checked)}
          />
        </div>
        <div className="buttons">
          <Button icon={FileInput} onClick={() => setImporting(true)}>
            Import a file…
          </Button>
          <Button icon={Plus} look="primary" onClick={() => setEdited('new')}>
            Add an offering…
          </Button>
        </div>
      </div>
      <div className="ce__member">
        <MemberField
          label="Price for a member"
          shown={discount === null ? memberNo : `${discount.name}, ${memberNo}`}
          onChoose={(member) => setPlace({ member })}
        />
        {memberNo === '' ? null : <Button onClick={() => setPlace({ member: '' })}>Without a member</Button>}
      </div>
      {prices.error === null || memberNo === '' ? null : <ErrorState error={prices.error} />}
      {discount === null ? null : <MemberDiscount discount={discount} />}
      {offerings.error !== null ? (
        <ErrorState error={offerings.error} onRetry={() => void offerings.refetch()} />
      ) : offerings.data === undefined ? (
        <Skeleton height="220px" />
      ) : (
        <OfferingTable
          found={offerings.data}
          searched={text !== ''}
          discount={discount}
          onChange={setEdited}
        />
      )}
      {edited === null ? null : (
        <OfferingDialog
          offering={edited === 'new' ? null : edited}
          today={today}
          onClose={() => setEdited(null)}
        />
      )}
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </div>
  );
}
