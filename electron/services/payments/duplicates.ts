import type { EntryWarning, RemittanceToEnter } from '../../../shared/domain/payments.ts';
import { addDays, displayDate } from '../../../shared/util/dates.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { type LedgerPayment, paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { type LedgerRemittance, similarRemittances } from '../../repositories/remittances.ts';
import type { Books } from './books.ts';

type Typed = Pick<RemittanceToEnter, 'reference' | 'amountCents' | 'receivedOn' | 'payer'>;

/** How far apart two entries of the same cheque may lie. */
const WITHIN_DAYS = 60;

/**
 * What was entered already and looks the same: the same number and amount within 60 days, from the same payer or for the same member.
 * Where neither entry says whose it is, number and amount are enough.
 * @param members whom it is for
 */
export async function duplicatesOf(
  books: Pick<Books, 'db'>,
  typed: Typed,
  members: ReadonlySet<number>,
): Promise<readonly EntryWarning[]> {
  if (typed.reference === '') return [];
  const from = addDays(typed.receivedOn, -WITHIN_DAYS);
  const to = addDays(typed.receivedOn, WITHIN_DAYS);
  const entries = (await similarRemittances(books.db, typed, from, to)).filter((entry) =>
    isSame(entry, typed, members),
  );
  const imported = (await importedOf(books, members)).filter(
    ({ reference, receivedOn, amountCents }) =>
      reference === typed.reference &&
      receivedOn >= from &&
      receivedOn <= to &&
      amountCents === typed.amountCents,
  );
  return [...entries.map(entryText), ...imported.map(importedText)].map((text) => ({
    kind: 'duplicate',
    text,
  }));
}

function isSame(entry: LedgerRemittance, { payer }: Typed, members: ReadonlySet<number>): boolean {
  const payers = [payer, entry.payer].map(foldText);
  if (payers[0] !== '' && payers[0] === payers[1]) return true;
  const standing = entry.payments.filter(({ reversal }) => reversal === null);
  if (standing.some(({ memberId }) => members.has(memberId))) return true;
  const unnamed = (name: string | undefined, count: number) => name === '' && count === 0;
  return unnamed(payers[0], members.size) || unnamed(payers[1], standing.length);
}

/** Payments that came in a file have no entry in a deposit. */
async function importedOf(
  { db }: Pick<Books, 'db'>,
  members: ReadonlySet<number>,
): Promise<readonly LedgerPayment[]> {
  const found: LedgerPayment[] = [];
  for (const member of members) found.push(...(await paymentsOfMember(db, member)));
  return found.filter(({ remittance, reversal }) => remittance === null && reversal === null);
}

function entryText(entry: LedgerRemittance): string {
  const who =
    entry.payer === '' ? entry.payments.map(({ memberName }) => memberName).join(', ') : entry.payer;
  return `Number ${entry.reference} over ${displayCents(entry.amountCents)}${who === '' ? '' : ` from ${who}`} is entered already: entry ${entry.position} of deposit ${entry.deposit}, received on ${displayDate(entry.receivedOn)}.`;
}

function importedText({ reference, amountCents, memberName, receivedOn }: LedgerPayment): string {
  return `Number ${reference} over ${displayCents(amountCents)} from ${memberName} was imported already, received on ${displayDate(receivedOn)}.`;
}
