import { memo } from 'react';
import type { PaymentEntry, RemittanceEntry } from '../../../shared/domain/payments.ts';
import { refundableCents } from '../../../shared/domain/refundable.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { shortDate } from '../../components/short-date.ts';
import { amountCents, type Draft } from './draft.ts';
import { METHOD_WORDS } from './method-words.ts';
import type { Unentered } from './unentered.ts';

export interface EntryActions {
  readonly onReverse: (entry: RemittanceEntry) => void;
  readonly onMove: (payment: PaymentEntry) => void;
  readonly onRefund: (payment: PaymentEntry) => void;
}

interface EntriesListProps extends EntryActions {
  /** Sent off, and not yet answered. */
  readonly saving: readonly Unentered[];
  readonly entries: readonly RemittanceEntry[];
  /** A closed deposit's cheques can still bounce, but are no longer mis-keyed. */
  readonly open: boolean;
}

/** What was entered, newest first, each line with what became of it; on top what is being saved. */
export function EntriesList({ saving, entries, open, onReverse, onMove, onRefund }: EntriesListProps) {
  return (
    <table className="plain-table entries">
      <caption className="visually-hidden">What was entered, newest first</caption>
      <thead>
        <tr>
          <th scope="col" className="at-end figures">
            No.
          </th>
          <th scope="col" className="wide">
            For
          </th>
          <th scope="col">Paid by</th>
          <th scope="col" className="at-end figures">
            Amount
          </th>
          <th scope="col">
            <span className="visually-hidden">Correct it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {saving.toReversed().map(({ id, draft }) => (
          <SavingRow key={`saving ${id}`} draft={draft} />
        ))}
        {entries.toReversed().map((entry) => (
          <EntryRow
            key={entry.remittance}
            entry={entry}
            open={open}
            onReverse={onReverse}
            onMove={onMove}
            onRefund={onRefund}
          />
        ))}
      </tbody>
    </table>
  );
}

function SavingRow({ draft }: { readonly draft: Draft }) {
  return (
    <tr className="entries__saving">
      <td className="at-end figures">…</td>
      <td className="wide">{forWhom(draft)}</td>
      <td>
        {METHOD_WORDS[draft.method]} <span className="figures">{draft.reference}</span>
      </td>
      <td className="at-end figures">{displayCents(amountCents(draft) ?? 0)}</td>
      <td className="at-end soft">Saving…</td>
    </tr>
  );
}

/** Whose cheque it is, as far as that is known: `Ann Lee 700412, Ben Ruiz 700413`. */
export function forWhom({ shares }: Draft): string {
  if (shares.length === 0) return 'Nobody yet';
  return shares.map(({ member }) => `${member.name} ${member.memberNo}`).join(', ');
}

interface EntryRowProps extends EntryActions {
  readonly entry: RemittanceEntry;
  readonly open: boolean;
}

/** Drawn once: with sixty of them on the screen the next cheque must not wait for those before it. */
const EntryRow = memo(function EntryRow({ entry, open, onReverse, onMove, onRefund }: EntryRowProps) {
  return (
    <tr className={entry.reversal === null ? undefined : 'entries__reversed'}>
      <td className="at-end figures">{entry.position}</td>
      <td className="wide">
        <Payments entry={entry} onMove={onMove} onRefund={onRefund} />
      </td>
      <td>
        {METHOD_WORDS[entry.method]} <span className="figures">{entry.reference}</span>
      </td>
      <td className="at-end figures">{displayCents(entry.amountCents)}</td>
      <td className="at-end">
        {entry.reversal === null ? (
          <Button look="quiet" onClick={() => onReverse(entry)}>
            {open ? 'Mis-keyed…' : 'Bounced…'}
          </Button>
        ) : null}
      </td>
    </tr>
  );
});

function Payments({
  entry,
  onMove,
  onRefund,
}: { readonly entry: RemittanceEntry } & Pick<EntryActions, 'onMove' | 'onRefund'>) {
  return (
    <>
      {entry.payments.map((payment) => (
        <p key={payment.payment} className={payment.reversal === null ? undefined : 'entries__reversed'}>
          <Link to={`/members/${encodeURIComponent(payment.memberNo)}`}>{payment.memberName}</Link>{' '}
          <span className="figures soft">{payment.memberNo}</span> · {payment.code}{' '}
          {displayCents(payment.amountCents)}
          <span className="soft">{usedWords(payment)}</span>
          {payment.reversal === null && entry.reversal === null ? (
            <Button look="quiet" className="entries__move" onClick={() => onMove(payment)}>
              Wrong member…
            </Button>
          ) : null}
          {entry.reversal === null && refundableCents(payment) > 0 ? (
            <Button look="quiet" className="entries__move" onClick={() => onRefund(payment)}>
              Refund…
            </Button>
          ) : null}
        </p>
      ))}
      {entry.unassignedCents > 0 ? (
        <p className="entries__unmatched">{displayCents(entry.unassignedCents)} unmatched</p>
      ) : null}
      {entry.reversal === null ? null : (
        <p className="soft">
          {entry.reversal.kind === 'bounced' ? 'Bounced' : 'Mis-keyed'} {shortDate(entry.reversal.on)}:{' '}
          {entry.reversal.reason}
        </p>
      )}
    </>
  );
}

function usedWords({ reversal, allocations, recertifications, creditCents, refunds }: PaymentEntry): string {
  if (reversal !== null)
    return ` · ${reversal.kind === 'moved' ? 'moved' : reversal.kind}: ${reversal.reason}`;
  const years = allocations
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ yearStart }) => feeYear(yearStart));
  const applied = recertifications.some(({ releasedOn }) => releasedOn === null) ? ['recertification'] : [];
  const uses = [...years, ...applied];
  const paid = uses.length === 0 ? '' : ` · for ${uses.join(', ')}`;
  const held = creditCents > 0 ? ` · ${displayCents(creditCents)} credit` : '';
  const back = refunds.reduce((sum, refund) => sum + refund.amountCents, 0);
  return `${paid}${held}${back > 0 ? ` · ${displayCents(back)} refunded` : ''}`;
}

/** `2026–27` */
function feeYear(yearStart: string): string {
  const year = Number(yearStart.slice(0, 4));
  return `${year}–${String((year + 1) % 100).padStart(2, '0')}`;
}
