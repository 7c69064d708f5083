import { X } from 'lucide-react';
import type { PayingMember } from '../../../shared/domain/payments.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { IconButton } from '../../components/button.tsx';
import { StatusMark } from '../../components/status.tsx';
import { type Draft, type DraftShare, leftCents, shareCents } from './draft.ts';
import { partsOf, partWords } from './share.ts';

interface ShareRowsProps {
  readonly draft: Draft;
  readonly onType: (memberNo: string, text: string) => void;
  readonly onRemove: (memberNo: string) => void;
}

/** Who the cheque is for, what each owes, and what their share will do: said before it is saved. */
export function ShareRows({ draft, onType, onRemove }: ShareRowsProps) {
  const left = leftCents(draft);
  const several = draft.shares.length > 1;
  return (
    <ul className="shares" aria-label="What this cheque is for">
      {draft.shares.map((share) => (
        <ShareRow
          key={share.member.memberNo}
          draft={draft}
          share={share}
          several={several}
          onType={onType}
          onRemove={onRemove}
        />
      ))}
      {left > 0 && draft.typedAmount !== null ? (
        <li className="shares__left">
          {draft.shares.length === 0
            ? `${displayCents(left)} is entered without a member; find out whose it is under Unmatched.`
            : `${displayCents(left)} is left to split; it would stay unmatched.`}
        </li>
      ) : null}
    </ul>
  );
}

interface ShareRowProps extends ShareRowsProps {
  readonly share: DraftShare;
  readonly several: boolean;
}

function ShareRow({ draft, share, several, onType, onRemove }: ShareRowProps) {
  const { member } = share;
  const cents = shareCents(draft, share);
  const parts = cents === null ? [] : partsOf(member, cents);
  return (
    <li className="share">
      <div className="share__who">
        <Link to={`/members/${encodeURIComponent(member.memberNo)}`} className="share__name">
          {member.name}
        </Link>
        <span className="figures soft">{member.memberNo}</span>
        {member.certifications.map((one) => (
          <span key={one.code} className="share__owes">
            <StatusMark status={one.status} of={one.code} look="badge" />
            <span className="figures">{owedWords(one)}</span>
          </span>
        ))}
      </div>
      <p className="share__does">
        {parts.length === 0
          ? 'Nothing is put to a fee yet.'
          : `Enters ${parts.map((part) => partWords(member, part)).join(', ')}.`}
      </p>
      {warnings(member).map((warning) => (
        <p key={warning} className="share__warning">
          {warning}
        </p>
      ))}
      {several ? (
        <div className="share__cents">
          <input
            className="input figures"
            aria-label={`Share of ${member.name}`}
            inputMode="decimal"
            value={share.typed ?? centsText(cents)}
            onFocus={(event) => event.target.select()}
            onChange={(event) => onType(member.memberNo, event.target.value)}
          />
          <IconButton
            icon={X}
            label={`Take ${member.name} off this cheque`}
            onClick={() => onRemove(member.memberNo)}
          />
        </div>
      ) : null}
    </li>
  );
}

function centsText(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}

function owedWords(one: PayingMember['certifications'][number]): string {
  const { owedCents, years, askedCents, recertificationCents } = one;
  if (recertificationCents !== null) return `owes ${displayCents(recertificationCents)} for recertification`;
  const oldest = years.find(({ state }) => state !== 'upcoming' && state !== 'void');
  const asked = askedCents === null ? '' : `, stub asks ${displayCents(askedCents)}`;
  if (owedCents === 0 || oldest === undefined) return `owes nothing${asked}`;
  return `owes ${displayCents(owedCents)} since ${displayDate(oldest.dueOn)}${asked}`;
}

function warnings(member: PayingMember): readonly string[] {
  const lapsed = member.certifications
    .filter(({ mustRecertify, recertificationCents }) => mustRecertify && recertificationCents === null)
    .map(({ code }) => code);
  const credit = member.certifications
    .flatMap(({ credits }) => credits)
    .reduce((sum, { cents }) => sum + cents, 0);
  return [
    ...(member.deceased ? ['The office has this member as deceased.'] : []),
    ...(lapsed.length > 0
      ? [`${lapsed.join(' and ')} must recertify: a payment does not bring it back.`]
      : []),
    ...(credit > 0 ? [`There is ${displayCents(credit)} of credit already.`] : []),
  ];
}
