import type { CertificationFees } from '../../../../shared/domain/fees.ts';
import { displayCents } from '../../../../shared/util/money.ts';
import { shortDate } from '../../../components/short-date.ts';

/** How far each certification is billed and how far it is paid: two different dates. */
export function FeeSummary({ certifications }: { readonly certifications: readonly CertificationFees[] }) {
  return (
    <ul className="fee-summary" aria-label="Billed and paid">
      {certifications.map((one) => (
        <li key={one.code} className="fee-summary__line">
          <strong>{one.code}</strong>
          <span>
            <span className="soft">billed through</span> {shortDate(one.billedThrough)}
          </span>
          <span>
            <span className="soft">paid through</span> {shortDate(one.paidThrough)}
          </span>
          <span>
            <span className="soft">owes</span>{' '}
            <span className="figures">{one.owedCents === 0 ? 'nothing' : displayCents(one.owedCents)}</span>
          </span>
          {one.creditCents > 0 ? (
            <span>
              <span className="soft">credit</span>{' '}
              <span className="figures">{displayCents(one.creditCents)}</span>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
