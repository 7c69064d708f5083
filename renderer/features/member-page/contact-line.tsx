import { Mail, MapPin, Phone } from 'lucide-react';
import type { MemberPage } from '../../../shared/domain/member-page.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { shortDate } from '../../components/short-date.ts';
import { addressLine, addressLines } from './address-line.ts';

/** How the member is reached: phone, e-mail, address and since when it holds; each can be copied. */
export function ContactLine({ page }: { readonly page: MemberPage }) {
  const address = page.addresses.find((one) => one.validTo === null);
  return (
    <ul className="contact" aria-label="Contact">
      <li>
        <Phone size={14} strokeWidth={1.75} aria-hidden />
        <span className="selectable">{page.phone === '' ? <None what="phone" /> : page.phone}</span>
        {page.phone === '' ? null : <CopyButton text={page.phone} label="Copy phone number" />}
      </li>
      <li>
        <Mail size={14} strokeWidth={1.75} aria-hidden />
        <span className="selectable">{page.email === '' ? <None what="e-mail" /> : page.email}</span>
        {page.emailOk ? null : <span className="contact__refused">no e-mail wanted</span>}
        {page.email === '' ? null : <CopyButton text={page.email} label="Copy e-mail address" />}
      </li>
      <li>
        <MapPin size={14} strokeWidth={1.75} aria-hidden />
        {address === undefined ? (
          <None what="address" />
        ) : (
          <>
            <span className="selectable">{addressLine(address)}</span>
            <span className="faint figures">since {shortDate(address.validFrom)}</span>
            {page.mailOk ? null : <span className="contact__refused">no mail wanted</span>}
            <CopyButton text={addressLines(page.name, address)} label="Copy postal address" />
          </>
        )}
      </li>
    </ul>
  );
}

function None({ what }: { readonly what: string }) {
  return <span className="faint">no {what}</span>;
}
