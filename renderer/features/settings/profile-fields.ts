import type { OfficeProfile } from '../../../shared/domain/notice.ts';

/** What of a profile is typed; the logo is chosen. */
export interface ProfileFields {
  readonly name: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
}

export type ProfileField = keyof ProfileFields;

export function fieldsOf({ name, address, phone, email, website }: OfficeProfile): ProfileFields {
  const { address1, address2, city, state, zip } = address;
  return { name, address1, address2, city, state, zip, phone, email, website };
}

/** The profile that the fields say; what is not typed stays as it was. */
export function profileOf(fields: ProfileFields, logo: string | null, before: OfficeProfile): OfficeProfile {
  const clean = (field: ProfileField) => fields[field].trim();
  return {
    name: clean('name'),
    address: {
      address1: clean('address1'),
      address2: clean('address2'),
      city: clean('city'),
      state: clean('state').toUpperCase(),
      zip: clean('zip'),
      country: before.address.country,
    },
    phone: clean('phone'),
    email: clean('email'),
    website: clean('website'),
    logo,
  };
}

/** What keeps the profile from being used on paper, field by field. */
export function profileFaults(fields: ProfileFields): Partial<Record<ProfileField, string>> {
  const empty = (field: ProfileField) => fields[field].trim() === '';
  return {
    ...(empty('name') ? { name: 'Give the name that stands at the top of every letter.' } : {}),
    ...(empty('address1') ? { address1: 'Give the street or box that undelivered letters return to.' } : {}),
    ...(empty('city') ? { city: 'Give the city.' } : {}),
    ...(/^[A-Za-z]{2}$/.test(fields.state.trim()) ? {} : { state: 'Two letters, such as IL.' }),
    ...(/^\d{5}(-\d{4})?$/.test(fields.zip.trim()) ? {} : { zip: 'Five digits, or nine as 60018-1234.' }),
    ...(empty('email') || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email.trim())
      ? {}
      : { email: 'Write it as name@example.org.' }),
  };
}
