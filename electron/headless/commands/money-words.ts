import type {
  DepositSummary,
  EntryWarning,
  MoneyOutcome,
  PaymentEntry,
  RemittanceEntry,
} from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { disagreement } from '../../services/payments/words.ts';

/** A deposit in one line. */
export function depositText(summary: DepositSummary): string {
  const { deposit, openedOn, closedOn, controlCount, controlCents, enteredCount, enteredCents } = summary;
  const state = closedOn === null ? `open since ${openedOn}` : `closed on ${closedOn}`;
  const difference = disagreement(summary.differenceCount, summary.differenceCents);
  return [
    `Deposit ${deposit}, ${state}: ${enteredCount} of ${controlCount} entered, ${displayCents(enteredCents)} of ${displayCents(controlCents)}`,
    difference === null ? 'agrees' : difference,
    ...(summary.unassignedCents === 0 ? [] : [`${displayCents(summary.unassignedCents)} unassigned`]),
  ].join('; ');
}

/** A cheque with its payments. */
export function entryText(entry: RemittanceEntry): string {
  const { position, remittance, receivedOn, method, amountCents, reference, payer, unassignedCents } = entry;
  const head = `${String(position).padStart(3)}. entry ${remittance}  ${receivedOn}  ${method} ${reference}  ${displayCents(amountCents)}${payer === '' ? '' : `  ${payer}`}`;
  const undone =
    entry.reversal === null
      ? ''
      : `  ${entry.reversal.kind} on ${entry.reversal.on}: ${entry.reversal.reason}`;
  return [
    `${head.trimEnd()}${undone}`,
    ...entry.payments.map((payment) => `       ${paymentText(payment)}`),
    ...(unassignedCents === 0 ? [] : [`       ${displayCents(unassignedCents)} unassigned`]),
  ].join('\n');
}

/** A payment and what became of it. */
export function paymentText(payment: PaymentEntry): string {
  const { memberNo, memberName, code, receivedOn, method, amountCents, creditCents, reversal } = payment;
  const settles = payment.allocations
    .filter(({ releasedOn }) => releasedOn === null)
    .map((line) => `${displayCents(line.amountCents)} to the year from ${line.yearStart}`);
  const applied = payment.recertifications
    .filter(({ releasedOn }) => releasedOn === null)
    .map((line) => `${displayCents(line.amountCents)} to recertification ${line.application}`);
  const parts = [
    ...settles,
    ...applied,
    ...(creditCents === 0 ? [] : [`${displayCents(creditCents)} credit`]),
    ...payment.refunds.map((back) => `${displayCents(back.amountCents)} refunded on ${back.on}`),
    ...(reversal === null ? [] : [`${reversal.kind} on ${reversal.on}: ${reversal.reason}`]),
  ];
  return `payment ${payment.payment}  ${receivedOn}  ${memberNo} ${memberName}  ${code}  ${method}  ${displayCents(amountCents)}: ${parts.join(', ')}`;
}

export function warningLines(warnings: readonly EntryWarning[]): readonly string[] {
  return warnings.map(({ text }) => `Note: ${text}`);
}

export function outcomeText({ text, payments, warnings }: MoneyOutcome): string {
  return [text, ...payments.map(paymentText), ...warningLines(warnings)].join('\n');
}
