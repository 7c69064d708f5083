import type { DepositSummary, DepositView, MoneyRows } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  addDeposit,
  type Control,
  changeControl as changeControlOf,
  closeDeposit as closeIt,
  depositList,
  depositSummary,
} from '../../repositories/deposits.ts';
import { openLines } from '../../repositories/receipt-files.ts';
import { remittancesOfDeposit } from '../../repositories/remittances.ts';
import type { Office, OfficeView } from '../office.ts';
import { onBooks } from './books.ts';
import { shownEntry } from './shown.ts';
import { countOf, disagreement } from './words.ts';

/** Deposits, the open ones first, then the newest. */
export function listDeposits(
  view: Pick<OfficeView, 'reader'>,
  query: { readonly state: 'open' | 'closed' | null; readonly offset: number; readonly limit: number },
): Promise<MoneyRows<DepositSummary>> {
  return depositList(view.reader, query.state, query.offset, query.limit);
}

/** A deposit with everything entered in it. @throws StandingError `deposit-unknown` */
export async function depositView(view: Pick<OfficeView, 'reader'>, deposit: number): Promise<DepositView> {
  const summary = await existingDeposit(view.reader, deposit);
  const entries = await remittancesOfDeposit(view.reader, deposit);
  return { ...summary, entries: entries.map(shownEntry) };
}

/** Opens a deposit for the morning's post, which was counted and totalled by hand. */
export function openDeposit(office: Office, control: Control): Promise<DepositSummary> {
  return onBooks(office, async (books) => {
    refuseControl(control);
    const origin = { source: 'post', fileName: null, fileSha256: null, fileLines: null } as const;
    const deposit = await addDeposit(books.write, control, origin, books.today);
    books.noteDeposit(deposit, 'deposit.opened', { before: null, after: control });
    return existingDeposit(books.db, deposit);
  });
}

/**
 * Corrects what was counted, while the deposit is open.
 * @throws StandingError `deposit-unknown`, `deposit-closed`, `deposit-of-file`
 */
export function changeControl(office: Office, deposit: number, control: Control): Promise<DepositSummary> {
  return onBooks(office, async (books) => {
    refuseControl(control);
    const before = await openDepositOf(books.db, deposit);
    refuseFile(before, 'its count and total are the file’s own');
    const { controlCount, controlCents } = before;
    const { controlCount: count, controlCents: cents } = control;
    if (count !== controlCount || cents !== controlCents) {
      await changeControlOf(books.write, deposit, control);
      books.noteDeposit(deposit, 'deposit.control-changed', {
        before: { controlCount, controlCents },
        after: { controlCount: count, controlCents: cents },
      });
    }
    return existingDeposit(books.db, deposit);
  });
}

/**
 * Closes a deposit that agrees with its control; nothing is added to it any more.
 * @throws StandingError `deposit-unknown`, `deposit-closed`, `deposit-unfinished`, `deposit-lines-open`, `deposit-disagrees` saying by how much,
 * `date-impossible`
 */
export function closeDeposit(office: Office, deposit: number): Promise<DepositSummary> {
  return onBooks(office, async (books) => {
    const summary = await openDepositOf(books.db, deposit);
    refuseUnfinished(summary);
    const open = await openLines(books.db, deposit);
    if (open > 0)
      throw new StandingError(
        'deposit-lines-open',
        `Deposit ${deposit} cannot be closed: ${countOf(open, 'line')} of its file ${open === 1 ? 'is' : 'are'} neither assigned nor left.`,
        'Say whose each of them is, or leave it with a reason.',
      );
    const difference = disagreement(summary.differenceCount, summary.differenceCents);
    if (difference !== null)
      throw new StandingError(
        'deposit-disagrees',
        `Deposit ${deposit} cannot be closed: ${difference}.`,
        'Find the entry that is missing or wrong; if the count was wrong, correct the control.',
      );
    if (books.today < summary.openedOn)
      throw new StandingError(
        'date-impossible',
        `Deposit ${deposit} was opened on ${displayDate(summary.openedOn)}; it cannot be closed before.`,
        'Check the date of the computer.',
      );
    await closeIt(books.write, deposit, books.today);
    const { enteredCount, enteredCents } = summary;
    books.noteDeposit(deposit, 'deposit.closed', {
      before: null,
      after: { on: books.today, enteredCount, enteredCents },
    });
    return existingDeposit(books.db, deposit);
  });
}

/** @throws StandingError `deposit-unknown` */
export async function existingDeposit(db: ReadableDatabase, deposit: number): Promise<DepositSummary> {
  const summary = await depositSummary(db, deposit);
  if (summary !== null) return summary;
  throw new StandingError(
    'deposit-unknown',
    `There is no deposit ${deposit}.`,
    'List the deposits to find its number.',
  );
}

/** @throws StandingError `deposit-unknown`, `deposit-closed` */
export async function openDepositOf(db: ReadableDatabase, deposit: number): Promise<DepositSummary> {
  const summary = await existingDeposit(db, deposit);
  if (summary.closedOn === null) return summary;
  throw new StandingError(
    'deposit-closed',
    `Deposit ${deposit} was closed on ${displayDate(summary.closedOn)}.`,
    'Open a new deposit for what came since.',
  );
}

/** @throws StandingError `deposit-of-file`: what came in a file stays as the file has it */
export function refuseFile({ deposit, source, fileName }: DepositSummary, what: string): void {
  if (source === 'post') return;
  throw new StandingError(
    'deposit-of-file',
    `Deposit ${deposit} is the file ${fileName}; ${what}.`,
    'Work its lines under Payments, Files.',
  );
}

/** @throws StandingError `deposit-unfinished`: lines of its file are still to be entered */
function refuseUnfinished({ deposit, fileName, awaitedLines }: DepositSummary): void {
  if (awaitedLines === 0) return;
  throw new StandingError(
    'deposit-unfinished',
    `Deposit ${deposit} cannot be closed: ${countOf(awaitedLines, 'line')} of ${fileName} ${awaitedLines === 1 ? 'is' : 'are'} not entered yet.`,
    'Wait until the file is entered; where that was interrupted, enter the same file again, and the rest goes in.',
  );
}

function refuseControl({ controlCount, controlCents }: Control): void {
  const fine = [controlCount, controlCents].every((value) => Number.isSafeInteger(value) && value >= 0);
  if (fine) return;
  throw new StandingError(
    'amount-impossible',
    'The control count and total are whole numbers of cheques and cents, none of them negative.',
    'Count the post again.',
  );
}
