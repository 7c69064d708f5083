import type { CeDiscount } from '../../../shared/domain/ce.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { StatusMark } from '../../components/status.tsx';

/** Whether a member gets the member price on the date, and the sentence that decides. */
export function MemberDiscount({ discount }: { readonly discount: CeDiscount }) {
  const { memberNo, name, on, discounted, citation, sentence, why, certifications } = discount;
  return (
    <div className="ce__discount" role="status">
      <p className="ce__verdict">
        <Link to={`/members/${encodeURIComponent(memberNo)}`}>{name}</Link> pays the{' '}
        {discounted ? 'member price' : 'list price'} on {displayDate(on)}.
        {certifications.map(({ code, status }) => (
          <StatusMark key={code} status={status} of={code} look="badge" />
        ))}
      </p>
      <p>{why}</p>
      <p className="soft">
        “{sentence}” ({citation})
      </p>
    </div>
  );
}
