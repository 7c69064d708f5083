import type {
  EnterOutcome,
  EntryWarning,
  MoneyOutcome,
  PaymentPart,
  RemittanceToEnter,
} from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { paymentsById } from '../../repositories/ledger-payments.ts';
import { addRemittance } from '../../repositories/ledger-postings.ts';
import { type LedgerRemittance, nextPosition, remittanceById } from '../../repositories/remittances.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from './books.ts';
import { refuseReceivedOn } from './checks.ts';
import { existingDeposit, openDepositOf, refuseFile } from './deposits.ts';
import { duplicatesOf } from './duplicates.ts';
import { payParts, readParts, refuseAmount } from './parts.ts';
import { shownEntry, shownPayment } from './shown.ts';
import { countOf } from './words.ts';

/**
 * Enters a cheque, card or cash receipt of an open deposit and splits it among members; what no part has stays unassigned. One that
 * looks like an earlier one is entered only once that is confirmed.
 * @throws StandingError `deposit-unknown`, `deposit-closed`, `deposit-of-file`, `amount-impossible`, `date-impossible`, `card-number`,
 * `parts-exceed`, `member-unknown`, `certification-unknown`, `year-impossible`
 */
export function enterRemittance(office: Office, toEnter: RemittanceToEnter): Promise<EnterOutcome> {
  const typed = trimmed(toEnter);
  return onBooks(office, async (books) => {
    const { deposit } = typed;
    refuseFile(await openDepositOf(books.db, deposit), 'nothing is added to it by hand');
    refuseAmount(typed.amountCents);
    refuseReceivedOn(typed.receivedOn, books.today);
    refuseCardNumbers([typed.reference, typed.payer, typed.note]);
    const parts = await readParts(books, typed.parts, typed.amountCents);
    const members = new Set(parts.map(({ record }) => record.memberId));
    const duplicates = await duplicatesOf(books, typed, members);
    if (duplicates.length > 0 && !typed.confirmDuplicate)
      return { entry: null, deposit: await existingDeposit(books.db, deposit), warnings: duplicates };
    const position = await nextPosition(books.db, deposit);
    const remittance = await addRemittance(books.write, { ...typed, position });
    const { warnings } = await payParts(books, parts, { ...typed, remittance, enteredOn: typed.receivedOn });
    const { method, amountCents, reference, receivedOn, payer } = typed;
    books.noteDeposit(deposit, 'deposit.entry-added', {
      before: null,
      after: { position, remittance, method, amountCents, reference, receivedOn, payer },
    });
    const entry = await existingRemittance(books, remittance);
    return {
      entry: shownEntry(entry),
      deposit: await existingDeposit(books.db, deposit),
      warnings: [...duplicates, ...warnings, ...unassignedWarning(entry)],
    };
  });
}

/**
 * Gives what is unassigned of a cheque, or some of it, to members.
 * @throws StandingError `remittance-unknown`, `nothing-unassigned`, and what `enterRemittance` throws for its parts
 */
export function assignRemittance(
  office: Office,
  { remittance, parts: given }: { readonly remittance: number; readonly parts: readonly PaymentPart[] },
): Promise<MoneyOutcome> {
  return onBooks(office, async (books) => {
    const entry = await existingRemittance(books, remittance);
    if (entry.unassignedCents === 0)
      throw new StandingError(
        'nothing-unassigned',
        `Nothing of entry ${entry.position} of deposit ${entry.deposit} is unassigned.`,
        'To give its money to another member, move the payment.',
      );
    const parts = await readParts(books, given, entry.unassignedCents);
    const { payments, warnings } = await payParts(books, parts, {
      ...entry,
      remittance,
      enteredOn: books.today,
    });
    const cents = parts.reduce((sum, part) => sum + part.cents, 0);
    books.noteDeposit(entry.deposit, 'deposit.entry-assigned', {
      before: { unassignedCents: entry.unassignedCents },
      after: { position: entry.position, unassignedCents: entry.unassignedCents - cents },
    });
    return {
      text: `${displayCents(cents)} of entry ${entry.position} of deposit ${entry.deposit} assigned to ${countOf(parts.length, 'certification')}.`,
      payments: (await paymentsById(books.db, payments)).map(shownPayment),
      warnings,
    };
  });
}

/** @throws StandingError `remittance-unknown` */
export async function existingRemittance(
  { db }: Pick<Books, 'db'>,
  remittance: number,
): Promise<LedgerRemittance> {
  const entry = await remittanceById(db, remittance);
  if (entry !== null) return entry;
  throw new StandingError(
    'remittance-unknown',
    `There is no entry with the number ${remittance} in any deposit.`,
    'Show the deposit to find the number of its entry.',
  );
}

function unassignedWarning({ unassignedCents, amountCents }: LedgerRemittance): readonly EntryWarning[] {
  if (unassignedCents === 0) return [];
  const all = unassignedCents === amountCents;
  return [
    {
      kind: 'unassigned',
      text: `${all ? 'All' : displayCents(unassignedCents)} of it is not yet assigned to a member.`,
    },
  ];
}

function trimmed(typed: RemittanceToEnter): RemittanceToEnter {
  return {
    ...typed,
    reference: typed.reference.trim(),
    payer: typed.payer.trim(),
    note: typed.note.trim(),
  };
}
