import type { ReceiptReading, ReceiptReport } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { throwIfCancelled, type Work } from '../../jobs/work.ts';
import { addDeposit } from '../../repositories/deposits.ts';
import { saveSetting, settingIn } from '../../repositories/settings.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { countOf } from '../payments/words.ts';
import { mappingOf } from './columns.ts';
import { completeFile, finishPendingFiles } from './finish.ts';
import { layDown, throwAway } from './planned-file.ts';
import { type PlannedLine, planLines } from './planned-line.ts';
import { judgeFile, type ReadRequest } from './read.ts';

export interface EnterRequest extends ReadRequest {
  /** Of the file as it was shown; null where it was not. */
  readonly sha256: string | null;
  /** Enter the others though some lines cannot be read. */
  readonly skipRefused: boolean;
}

/**
 * Enters a payment file as one deposit: every line that brings new money becomes a remittance, and where it is plain whose it is, a payment
 * like one of the deposit desk. Until its deposit is there nothing was entered, and it may be cancelled; from then on its lines go in by
 * short transactions, so that nobody at the desk waits for it, and a crash in between is made good at the next opening. A file that holds
 * nothing new, the same one a second time above all, changes nothing.
 * @throws StandingError as `readReceipts`, `receipt-file-changed`, `receipt-columns`, `receipt-lines-refused`
 */
export async function enterReceipts(
  office: Office,
  request: EnterRequest,
  work: Work,
): Promise<ReceiptReport> {
  await finishPendingFiles(office, work);
  const { reading, unfinished, judged } = await judgeFile(office, request, work);
  refuseReading(reading, request);
  const isNew = judged.some(({ sifted }) => sifted.kind === 'in' || sifted.kind === 'back');
  if (reading.enteredAs !== null || (!isNew && unfinished === null)) return { ...reading, deposit: null };
  const { sha256 } = reading;
  const planned = planLines(judged);
  const deposit = await prepared(office, sha256, planned, work, () =>
    unfinished === null ? begin(office, reading, planned) : unfinished,
  );
  if (!(await completeFile(office, sha256, work)))
    throw new Error(`What was laid down for ${reading.fileName} is gone.`);
  return { ...reading, deposit };
}

function refuseReading(reading: ReceiptReading, { sha256, skipRefused }: EnterRequest): void {
  const { file, missing, tallies, lines } = reading;
  if (sha256 !== null && sha256 !== reading.sha256)
    throw new StandingError(
      'receipt-file-changed',
      `The file ${file} has changed since it was shown.`,
      'Look at what it would enter now, and enter that.',
    );
  if (missing !== null)
    throw new StandingError('receipt-columns', missing, 'Say which of its columns it is.');
  const first = lines.find(({ outcome }) => outcome === 'refused');
  if (first === undefined || skipRefused || reading.enteredAs !== null) return;
  throw new StandingError(
    'receipt-lines-refused',
    `${countOf(tallies.refused.count, 'line')} of ${file} cannot be read, the first in row ${first.row}: ${first.why} Nothing was entered.`,
    'Correct them in the file, or enter the others without them.',
  );
}

/** Lays down what is going to be entered and gives it its deposit; where that comes to nothing, nothing is left. */
async function prepared(
  office: Office,
  sha256: string,
  planned: readonly PlannedLine[],
  work: Work,
  deposit: () => number | Promise<number>,
): Promise<number> {
  try {
    await layDown(office.folder, sha256, planned, work);
    throwIfCancelled(work.signal);
    return await deposit();
  } catch (error) {
    throwAway(office.folder, sha256);
    throw error;
  }
}

/** The deposit that is going to hold the lines, with their sums as its control. @returns its number */
function begin(office: Office, reading: ReceiptReading, planned: readonly PlannedLine[]): Promise<number> {
  const { source, fileName, sha256 } = reading;
  const moneyIn = planned.filter((line) => line.kind === 'in');
  const control = {
    controlCount: moneyIn.length,
    controlCents: moneyIn.reduce((sum, { cents }) => sum + cents, 0),
  };
  return onBooks(office, async (books) => {
    const origin = { source, fileName, fileSha256: sha256, fileLines: planned.length };
    const deposit = await addDeposit(books.write, control, origin, books.today);
    books.noteDeposit(deposit, 'deposit.file-begun', {
      before: null,
      after: { source, fileName, sha256, lines: planned.length, ...control },
    });
    await saveMapping(books, reading);
    return deposit;
  });
}

/** The next file of the source is read the same way. */
async function saveMapping(books: Books, { source, columns }: ReceiptReading): Promise<void> {
  const before = await settingIn(books.write, 'receiptMappings');
  const mapping = mappingOf(columns);
  if (JSON.stringify(before?.[source]) === JSON.stringify(mapping)) return;
  await saveSetting(books.write, 'receiptMappings', { ...before, [source]: mapping });
  books.write.journal({
    action: 'receipts.mapping-saved',
    subject: 'office',
    subjectId: source,
    detail: { before: before?.[source] ?? null, after: mapping },
  });
}
