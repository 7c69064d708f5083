import type { ReceiptSource } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { startWork, type Work } from '../../jobs/work.ts';
import { changeControl } from '../../repositories/deposits.ts';
import { addRemittance } from '../../repositories/ledger-postings.ts';
import { receiptFile } from '../../repositories/receipt-files.ts';
import { addAside, addReceiptLine, linesIn, type ReceiptPart } from '../../repositories/receipts.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { payParts, readParts } from '../payments/parts.ts';
import type { PlannedAside, PlannedLine, PlannedMoney } from './planned-line.ts';
import { partTaken } from './sift.ts';

/** Lines in one transaction: few enough that nobody at the desk waits for it. */
const AT_ONCE = 25;

interface Into {
  readonly deposit: number;
  readonly source: ReceiptSource;
  readonly fileName: string;
  readonly sha256: string;
}

/**
 * Enters what is still to be entered of a file, in short transactions, and writes down that it is whole. It cannot be cancelled: others at
 * the desk may have worked on what is in by then. Whatever stops it, calling it again goes on.
 */
export async function applyLines(
  office: Office,
  into: Into,
  planned: readonly PlannedLine[],
  watched: Work,
): Promise<void> {
  const work = startWork(new AbortController().signal, (progress) => watched.progress(progress));
  const { rows, parts } = await linesIn(office.reader, into.deposit);
  const entered = new Map(parts);
  const waiting = planned.filter(({ row }) => !rows.has(row));
  let done = planned.length - waiting.length;
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const lines = waiting.slice(at, at + AT_ONCE);
    await applyThese(office, into, lines, entered);
    done += lines.length;
    work.progress({ doing: 'Entering the payments', done, total: planned.length, cancellable: false });
    await work.breathe();
  }
  await noteWhole(office, into);
}

/** Where a line cannot be paid as it was recognised, because of what was done since, its money is nobody's yet. */
async function applyThese(
  office: Office,
  into: Into,
  lines: readonly PlannedLine[],
  entered: Map<string, readonly ReceiptPart[]>,
): Promise<void> {
  try {
    await applyTogether(office, into, lines, entered);
  } catch (error) {
    const [line] = lines;
    if (!(error instanceof StandingError) || line === undefined) throw error;
    if (lines.length > 1) {
      for (const one of lines) await applyThese(office, into, [one], entered);
      return;
    }
    if (line.kind !== 'in' || line.parts.length === 0) throw error;
    await applyThese(
      office,
      into,
      [{ ...line, outcome: 'doubtful', why: error.message, parts: [] }],
      entered,
    );
  }
}

async function applyTogether(
  office: Office,
  into: Into,
  lines: readonly PlannedLine[],
  entered: Map<string, readonly ReceiptPart[]>,
): Promise<void> {
  const now = await onBooks(office, async (books) => {
    // What was rolled back is not remembered.
    const these = new Map(entered);
    for (const line of lines) {
      if (line.kind === 'in') await enterMoney(books, into, line, these);
      else await keepAside(books, into, line, these);
    }
    const cents = lines.reduce((sum, line) => sum + (line.kind === 'in' ? line.cents : 0), 0);
    books.noteDeposit(into.deposit, 'deposit.lines-entered', {
      before: null,
      after: { rows: lines.map(({ row }) => row), cents },
    });
    return these;
  });
  for (const [transaction, own] of now) entered.set(transaction, own);
}

async function enterMoney(
  books: Books,
  { deposit, source }: Into,
  line: PlannedMoney,
  entered: Map<string, readonly ReceiptPart[]>,
): Promise<void> {
  const { kind: _, paidBy, parts, position, ...said } = line;
  const { receivedOn, cents, method, memberNo, name, code, transaction } = said;
  const remittance = await addRemittance(books.write, {
    deposit,
    position,
    receivedOn,
    method,
    amountCents: cents,
    reference: paidBy,
    payer: name,
    note:
      parts.length > 0 ? '' : [memberNo === '' ? '' : `number ${memberNo}`, code].filter(Boolean).join(', '),
  });
  if (parts.length > 0)
    await payParts(books, await readParts(books, parts, cents), {
      method,
      reference: paidBy,
      receivedOn,
      remittance,
      enteredOn: receivedOn,
    });
  await addReceiptLine(books.write, { ...said, deposit, source, remittance });
  const part = { cents, code, memberNo, remittance };
  entered.set(transaction, [...(entered.get(transaction) ?? []), part]);
}

async function keepAside(
  books: Books,
  { deposit, source }: Into,
  line: PlannedAside,
  entered: ReadonlyMap<string, readonly ReceiptPart[]>,
): Promise<void> {
  const { transaction, original, remittance, ...said } = line;
  const own = original === null ? [] : (entered.get(original) ?? []);
  const ofThisFile = line.kind === 'back' ? partTaken(line, own) : (own[0]?.remittance ?? null);
  await addAside(books.write, {
    ...said,
    deposit,
    source,
    reference: transaction,
    remittance: remittance ?? ofThisFile,
  });
}

async function noteWhole(office: Office, { deposit, source, fileName, sha256 }: Into): Promise<void> {
  await onBooks(office, async (books) => {
    const file = await receiptFile(books.db, deposit);
    if (file === null || file.awaitedLines !== 0)
      throw new Error(`Deposit ${deposit} is not whole after all of its lines were entered.`);
    const { fileCents, tallies, enteredCount: controlCount, enteredCents: controlCents } = file;
    if (file.differenceCount !== 0 || file.differenceCents !== 0) {
      // Where it was interrupted and read anew, another file may have brought some of its lines meanwhile.
      await changeControl(books.write, deposit, { controlCount, controlCents });
      books.noteDeposit(deposit, 'deposit.control-changed', {
        before: { controlCount: file.controlCount, controlCents: file.controlCents },
        after: { controlCount, controlCents },
      });
    }
    books.noteDeposit(deposit, 'deposit.file-entered', {
      before: null,
      after: { source, fileName, sha256, controlCount, controlCents, fileCents, tallies },
    });
  });
}
