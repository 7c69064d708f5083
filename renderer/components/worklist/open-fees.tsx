import type { OwedYear } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAsk } from '../../api/use-ask.ts';
import { shortDate } from '../short-date.ts';
import type { WorkedMember } from './work-forms.ts';

/** The fees of the row's certification that nobody has paid, oldest first; of all of the member's, where the row is of the member. */
export function OpenFees({ memberNo, code }: Pick<WorkedMember, 'memberNo' | 'code'>) {
  const found = useAsk('payments.recognise', { text: memberNo }, { keepPrevious: true });
  const member = found.data?.candidates.find((one) => one.memberNo === memberNo);
  if (member === undefined) return <p className="soft"> </p>;
  const certifications = member.certifications.filter((one) => code === null || one.code === code);
  const open = certifications.flatMap((one) =>
    one.years.filter(isOpen).map((year) => ({ ...year, code: one.code })),
  );
  const credit = certifications.flatMap(({ credits }) => credits).reduce((sum, { cents }) => sum + cents, 0);
  return (
    <section className="work-panel__fees" aria-label="Open fees">
      <h3>Open fees</h3>
      {open.length === 0 ? (
        <p className="soft">No fee is open.</p>
      ) : (
        <ul className="figures">
          {open.map((year) => (
            <li key={`${year.code} ${year.yearStart}`}>
              <strong>{displayCents(year.owedCents)}</strong>
              {year.paidCents > 0 ? ` of ${displayCents(year.amountCents)}` : ''} {year.code}, due{' '}
              {shortDate(year.dueOn)}
            </li>
          ))}
        </ul>
      )}
      {credit > 0 ? <p className="soft figures">{displayCents(credit)} of credit is held.</p> : null}
    </section>
  );
}

function isOpen({ state }: OwedYear): boolean {
  return state === 'unpaid' || state === 'part-paid' || state === 'not-invoiced';
}
