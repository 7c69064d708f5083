// Crockford's Base32: no letter that is mistaken for a digit, all within the QR code's alphanumeric mode.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The check of a printed code: the low 20 bits of the text's CRC-32 (ISO/IEC 3309) as four Base32 digits. */
export function checkDigits(text: string): string {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const value = ~crc >>> 0;
  return [15, 10, 5, 0].map((shift) => DIGITS.charAt((value >>> shift) & 31)).join('');
}
