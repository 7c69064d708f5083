/** `$1,234.50` for 123450 cents, as money is shown to people. */
export function displayCents(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(cents) / 100).toString();
  return `${sign}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction(cents)}`;
}

/** `1234.50` for 123450 cents, as CSV files write money. */
export function csvCents(cents: number): string {
  return `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${fraction(cents)}`;
}

/** Whole cents of `1234.5`, `$1,234.50` or `1234`; null for anything else. */
export function parseCents(text: string): number | null {
  const match = /^\$?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return null;
  return Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function fraction(cents: number): string {
  return (Math.abs(cents) % 100).toString().padStart(2, '0');
}
