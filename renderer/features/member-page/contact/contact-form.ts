import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import type { PostalAddress } from '../../../../shared/domain/notice.ts';

/** What can be changed about how a member is reached. */
export interface ContactForm {
  readonly email: string;
  readonly phone: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
  readonly address: PostalAddress;
}

const NO_ADDRESS: PostalAddress = { address1: '', address2: '', city: '', state: '', zip: '', country: 'US' };

/** The form as the member's page fills it. */
export function contactForm(page: MemberPage): ContactForm {
  const current = page.addresses.find((one) => one.validTo === null) ?? NO_ADDRESS;
  const { address1, address2, city, state, zip, country } = current;
  return {
    email: page.email,
    phone: page.phone,
    mailOk: page.mailOk,
    emailOk: page.emailOk,
    address: { address1, address2, city, state, zip, country },
  };
}

export type ContactErrors = Partial<Record<'email' | 'zip' | 'state' | 'country', string>>;

/** What cannot be right, field by field; the office decides about everything else. */
export function contactErrors({ email, address }: ContactForm): ContactErrors {
  const home = address.country === 'US';
  return {
    ...(email === '' || /^\S+@\S+\.\S+$/.test(email)
      ? {}
      : { email: 'An e-mail address has one @ and a dot after it.' }),
    ...(home && address.zip !== '' && !/^\d{5}(-\d{4})?$/.test(address.zip)
      ? { zip: 'A ZIP has five digits, or nine as 60018-1234.' }
      : {}),
    ...(home && address.state !== '' && !/^[A-Z]{2}$/.test(address.state)
      ? { state: 'Two letters, as in IL.' }
      : {}),
    ...(/^[A-Z]{2}$/.test(address.country) ? {} : { country: 'Two letters, as in US or CA.' }),
  };
}
