import { partsOf } from '../../../shared/domain/payment-share.ts';
import type { LineEntered, LineOutcomeText } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import type { LedgerPayment } from '../../repositories/ledger-payments.ts';
import { openLines } from '../../repositories/receipt-files.ts';
import { addNote } from '../../repositories/receipts.ts';
import { remittanceById } from '../../repositories/remittances.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { reasonOf } from '../payments/checks.ts';
import { existingPayment, lastEntryOn, refuseRefunded, undoPayment } from '../payments/counter.ts';
import { assignRemittance } from '../payments/enter.ts';
import { payingMember } from '../payments/paying-member.ts';
import { reverse } from '../payments/reverse.ts';
import { countOf } from '../payments/words.ts';
import { writeOffReopened } from '../payments/write-off.ts';
import { officePolicy } from '../policy.ts';
import { memberUnknown } from '../standing.ts';
import { existingLine } from './lists.ts';

/** A line of a file: its deposit and its row, as a spreadsheet counts. */
export interface LineAt {
  readonly deposit: number;
  readonly row: number;
}

/**
 * Does what is suggested for a line: its money goes to the member, oldest first, or, where money went back, the payment that it took back
 * is marked as bounced.
 * @throws StandingError `receipt-line-unknown`, `receipt-line-settled`, `receipt-no-suggestion`, and what `assignRemittance` and `reverse`
 * throw
 */
export async function acceptSuggestion(office: Office, at: LineAt): Promise<LineOutcomeText> {
  const line = await existingLine(office.reader, at.deposit, at.row);
  refuseSettled(line);
  if (line.outcome === 'back') return done(office, at, await takeBack(office, line));
  if (line.suggestion === null || line.remittance === null) throw noSuggestion(line);
  const { memberNo, memberName } = line.suggestion;
  const id = await memberIdOf(office.reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  const policy = await officePolicy(office);
  const member = await payingMember(office.reader, id, policy, office.clock.today(), new Map());
  const named = member.certifications.find(({ code }) => code === line.code);
  const cents = line.unassignedCents;
  const parts = partsOf(named === undefined ? member : { ...member, certifications: [named] }, cents);
  if (parts.length === 0)
    throw new StandingError(
      'certification-unknown',
      `${memberName} (${memberNo}) has no certification that this money could be for.`,
      'Look up whose it is, or leave it with a reason.',
    );
  await assignRemittance(office, { remittance: line.remittance, parts });
  const codes = [...new Set(parts.map(({ code }) => code))].join(' and ');
  return done(office, at, `${displayCents(cents)} entered for ${codes} of ${memberName}.`);
}

/** The payment that a chargeback took back is bounced: its fees are open again. */
async function takeBack(office: Office, line: LineEntered): Promise<string> {
  const { row, cents, remittance, receivedOn } = line;
  const taken = remittance === null ? null : await remittanceById(office.reader, remittance);
  if (taken === null) throw noSuggestion(line);
  if (taken.amountCents !== -(cents ?? 0))
    throw new StandingError(
      'amount-impossible',
      `${displayCents(-(cents ?? 0))} went back, but the payment was over ${displayCents(taken.amountCents)}.`,
      'Refund that much on the member’s page with a manager, then leave this line with that as the reason.',
    );
  const days = [receivedOn ?? '', taken.receivedOn, ...taken.payments.map(lastEntryOn)];
  const last = days.reduce((newest, day) => (day > newest ? day : newest));
  const today = office.clock.today();
  const { text } = await reverse(office, {
    of: { remittance: taken.remittance },
    kind: 'bounced',
    reason: `Taken back by line ${row} of the file`,
    on: last > today ? today : last,
  });
  return text;
}

/**
 * Leaves a line that is not assigned, with the reason.
 * @throws StandingError `receipt-line-unknown`, `receipt-line-settled`, `reason-missing`, `card-number`
 */
export function leaveLine(
  office: Office,
  at: LineAt & { readonly reason: string },
): Promise<LineOutcomeText> {
  return onBooks(office, async (books) => {
    const line = await existingLine(books.db, at.deposit, at.row);
    refuseSettled(line);
    const reason = reasonOf(at.reason, 'Leaving a line');
    await note(books, at, 'left', reason);
    return done({ reader: books.db }, at, `Line ${at.row} left: ${reason}`);
  });
}

/**
 * Takes back what was done about a line: one that was left is to be worked again, and payments are met by counter-entries, so that the
 * line’s money is nobody’s again.
 * @throws StandingError `receipt-line-unknown`, `receipt-nothing-to-undo`, `payment-refunded`, `reason-missing`
 */
export function undoLine(office: Office, at: LineAt & { readonly reason: string }): Promise<LineOutcomeText> {
  return onBooks(office, async (books) => {
    const line = await existingLine(books.db, at.deposit, at.row);
    const reason = reasonOf(at.reason, 'A counter-entry');
    if (line.state === 'left') {
      await note(books, at, 'taken-up', reason);
      return done({ reader: books.db }, at, `Line ${at.row} is to be worked again.`);
    }
    if (line.state === 'reversed' || line.payments.length === 0)
      throw new StandingError(
        'receipt-nothing-to-undo',
        `Line ${at.row} has no payment and was not left; there is nothing to take back.`,
        'Choose a line that was assigned or left.',
      );
    const undone: LedgerPayment[] = [];
    for (const { payment: id } of line.payments) {
      const payment = await existingPayment(books, id);
      refuseRefunded(payment, 'reversed');
      await undoPayment(books, payment, { kind: 'mis-keyed', on: books.today, reason });
      undone.push(payment);
    }
    await writeOffReopened(books, undone);
    // One that was left before it was assigned is not left any more.
    await addNote(books.write, { ...at, reason, kind: 'taken-up', on: books.today });
    books.noteDeposit(at.deposit, 'deposit.line-undone', {
      before: { row: at.row, payments: line.payments.map(({ payment }) => payment) },
      after: { row: at.row, unassignedCents: line.cents, reason },
    });
    const text = `${countOf(line.payments.length, 'payment')} of line ${at.row} taken back; its ${displayCents(line.cents ?? 0)} are nobody’s again.`;
    return done({ reader: books.db }, at, text);
  });
}

async function note(
  books: Books,
  { deposit, row }: LineAt,
  kind: 'left' | 'taken-up',
  reason: string,
): Promise<void> {
  await addNote(books.write, { deposit, row, kind, on: books.today, reason });
  books.noteDeposit(deposit, kind === 'left' ? 'deposit.line-left' : 'deposit.line-taken-up', {
    before: null,
    after: { row, reason },
  });
}

function refuseSettled({ row, state }: LineEntered): void {
  if (state === 'open' || state === 'left') return;
  const how = {
    assigned: 'is assigned already',
    reversed: 'was reversed already',
    none: 'brings no money in',
  }[state];
  throw new StandingError(
    'receipt-line-settled',
    `Line ${row} ${how}.`,
    'Choose a line that is still open; what was assigned wrongly can be undone first.',
  );
}

function noSuggestion({ row }: Pick<LineEntered, 'row'>): StandingError {
  return new StandingError(
    'receipt-no-suggestion',
    `Nothing is suggested for line ${row}.`,
    'Look up whose it is, or leave it with a reason.',
  );
}

async function done(
  { reader }: Pick<Office, 'reader'>,
  { deposit }: LineAt,
  text: string,
): Promise<LineOutcomeText> {
  return { text, open: await openLines(reader, deposit) };
}
