import type { PostalAddress } from '../../../shared/domain/notice.ts';

/** An address in one line, as said on the phone: `45-A N Elm St Apt 4B, Rosemont IL 60018`; the country only abroad. */
export function addressLine(address: PostalAddress): string {
  const street = join(' ', address.address1, address.address2);
  const place = join(' ', address.city, address.state, address.zip);
  return join(', ', street, place, address.country === 'US' ? '' : countryName(address.country));
}

/** An address as it stands on an envelope, one part a line, to paste into a letter. */
export function addressLines(name: string, address: PostalAddress): string {
  const place = join(' ', join(', ', address.city, address.state), address.zip);
  const country = address.country === 'US' ? '' : countryName(address.country);
  return join('\n', name, address.address1, address.address2, place, country);
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
