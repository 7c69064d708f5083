// No card number is stored anywhere: what looks like one is refused on the way in and masked where it must be shown.
// A card number is 13 to 19 digits, perhaps in groups, whose last digit is right by the Luhn formula (ISO/IEC 7812-1).

/** What is said where one was typed. */
export const CARD_NUMBER = 'This looks like a card number, which is stored nowhere: take it out.';

const DIGIT_RUN = /\d(?:[ -]?\d){12,}/g;

/** Whether something in the text looks like a card number. */
export function hasCardNumber(text: string): boolean {
  return text.length >= 13 && maskCardNumbers(text) !== text;
}

/** The text with all but the last four digits of what looks like a card number replaced by dots. */
export function maskCardNumbers(text: string): string {
  if (text.length < 13) return text;
  return text.replace(DIGIT_RUN, (run) => (looksLikeCard(digitsOf(run)) ? masked(run) : maskWithin(run)));
}

const digitsOf = (run: string): string => run.replace(/[ -]/g, '');
const masked = (number: string): string => `•••• ${digitsOf(number).slice(-4)}`;

/** In one row or in the groups that issuers print, by their first digits; a day, an expiry or a security code may stand beside it. */
const BESIDE_OTHERS = /(?<!\d)(?=([2-6](?:\d{12,18}|\d{3}(?:[ -]\d{4}){3}|\d{3}[ -]\d{6}[ -]\d{5})(?!\d)))/g;
/** The Postal Service’s tracking numbers, which have such groups, too. */
const TRACKING = /^9\d{19,21}$/;

function maskWithin(run: string): string {
  if (TRACKING.test(digitsOf(run))) return run;
  for (const { 1: number = '', index } of run.matchAll(BESIDE_OTHERS))
    if (looksLikeCard(digitsOf(number)))
      return run.slice(0, index) + masked(number) + maskCardNumbers(run.slice(index + number.length));
  return run;
}

/** Whether a row of digits, without anything between them, looks like a card number. */
export function looksLikeCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  // No issuer's numbers begin with 0; 978 and 979 begin the 13 digits of an ISBN.
  if (digits.startsWith('0') || (digits.length === 13 && /^97[89]/.test(digits))) return false;
  return luhn(digits);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += i % 2 === 0 ? digit : doubled;
  }
  return sum % 10 === 0;
}
