import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

/** A journal entry about a member's money in plain words; null for an action of another kind. */
export function moneyText(
  action: string,
  code: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string | null {
  const because = typeof after.reason === 'string' ? `: ${after.reason}` : '';
  const allowed = typeof after.approvedBy === 'string' ? ` (allowed by ${after.approvedBy})` : '';
  const fee = `${code}: fee for the year from ${date(after.yearStart)}`;
  switch (action) {
    case 'fee.waived':
      return `${fee} waived${because}${allowed}`;
    case 'fee.written-off':
      return `${fee} written off${because}`;
    case 'fee.unwaived':
      return `${fee} no longer waived${because}${allowed}`;
    case 'fee.adjusted':
      return `${fee} adjusted from ${cents(before.amountCents)} to ${cents(after.amountCents)}${because}`;
    case 'fee.voided':
      return `${fee} voided${because}`;
    case 'fee.reissued':
      return `${fee} issued again${because}`;
    case 'payment.entered':
      return `${code}: payment of ${cents(after.cents)} entered${shares(after.shares)}${applied(after.recertificationCents)}${credit(after.creditCents)}`;
    case 'payment.reversed':
      return `${code}: payment of ${cents(before.cents)} reversed as ${String(after.kind)}${because}`;
    case 'payment.refunded':
      return `${code}: ${cents(after.cents)} refunded${because}${allowed}`;
    case 'payment.credit-applied':
      return `${code}: ${cents(after.cents)} of credit put to the fee for the year from ${date(after.yearStart)}`;
    default:
      return null;
  }
}

function shares(value: unknown): string {
  const years = (Array.isArray(value) ? value : []).map((share: unknown) =>
    typeof share === 'object' && share !== null && 'yearStart' in share ? date(share.yearStart) : '',
  );
  if (years.length === 0) return '';
  return ` for the ${years.length === 1 ? 'year' : 'years'} from ${years.join(' and ')}`;
}

function applied(value: unknown): string {
  return typeof value === 'number' && value > 0 ? ' for recertification' : '';
}

function credit(value: unknown): string {
  return typeof value === 'number' && value > 0 ? `, ${displayCents(value)} of it credit` : '';
}

function cents(value: unknown): string {
  return typeof value === 'number' ? displayCents(value) : '';
}

function date(value: unknown): string {
  return typeof value === 'string' ? displayDate(value) : '';
}
