import type { ReceiptReading, ReceiptReport } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { addDeposit } from '../../repositories/deposits.ts';
import { addRemittance } from '../../repositories/ledger-postings.ts';
import { addAside, addReceiptLine } from '../../repositories/receipts.ts';
import { saveSetting, settingIn } from '../../repositories/settings.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { payParts, readParts } from '../payments/parts.ts';
import { countOf } from '../payments/words.ts';
import { mappingOf } from './columns.ts';
import { type JudgedLine, judgeFile, outcomeOf, type ReadRequest, whyOf } from './read.ts';

export interface EnterRequest extends ReadRequest {
  /** Of the file as it was shown; null where it was not. */
  readonly sha256: string | null;
  /** Enter the others though some lines cannot be read. */
  readonly skipRefused: boolean;
}

/**
 * Enters a payment file as one deposit: every line that brings new money becomes a remittance, and where it is plain whose it is, a payment
 * like one of the deposit desk. All of it is one transaction: cancelled or cut off, nothing was entered. A file that holds nothing new, the
 * same one a second time above all, changes nothing.
 * @throws StandingError as `readReceipts`, `receipt-file-changed`, `receipt-columns`, `receipt-lines-refused`
 */
export async function enterReceipts(
  office: Office,
  request: EnterRequest,
  work: Work,
): Promise<ReceiptReport> {
  const { reading, judged } = await judgeFile(office, request, work);
  refuseReading(reading, request);
  const isNew = judged.some(({ sifted }) => sifted.kind === 'in' || sifted.kind === 'back');
  if (reading.enteredAs !== null || !isNew) return { ...reading, deposit: null };
  const deposit = await onBooks(
    office,
    (books) => enterAll(books, reading, judged, work),
    () => work.breathe(),
  );
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

async function enterAll(
  books: Books,
  reading: ReceiptReading,
  judged: readonly JudgedLine[],
  work: Work,
): Promise<number> {
  const { source, fileName, sha256, tallies, fileCents } = reading;
  const moneyIn = judged.filter(({ sifted }) => sifted.kind === 'in');
  const control = {
    controlCount: moneyIn.length,
    controlCents: moneyIn.reduce((sum, { sifted }) => sum + (sifted.line.cents ?? 0), 0),
  };
  const origin = { source, fileName, fileSha256: sha256 };
  const deposit = await addDeposit(books.write, control, origin, books.today);
  const entered = new Map<string, number>();
  for (const [index, line] of moneyIn.entries()) {
    await enterLine(books, { ...reading, deposit }, line, index + 1, entered);
    const done = index + 1;
    work.progress({ doing: 'Entering the payments', done, total: moneyIn.length, cancellable: true });
    await work.breathe();
  }
  for (const line of judged)
    if (line.sifted.kind !== 'in') await keepAside(books, { ...reading, deposit }, line, entered);
  books.noteDeposit(deposit, 'deposit.file-entered', {
    before: null,
    after: { source, fileName, sha256, ...control, fileCents, tallies },
  });
  await saveMapping(books, reading);
  return deposit;
}

type Into = Pick<ReceiptReading, 'source'> & { readonly deposit: number };

async function enterLine(
  books: Books,
  { deposit, source }: Into,
  { sifted, recognition, suggestedMember }: JudgedLine,
  position: number,
  entered: Map<string, number>,
): Promise<void> {
  if (sifted.kind !== 'in') return;
  const { line, reference } = sifted;
  const { row, receivedOn, cents, method, memberNo, name, code, cheque, transaction } = line;
  const parts = recognition?.outcome === 'matched' ? recognition.parts : [];
  const paidBy = cheque === '' ? transaction : cheque;
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
  await addReceiptLine(books.write, {
    deposit,
    source,
    row,
    transaction,
    reference,
    receivedOn,
    cents,
    method,
    memberNo,
    name,
    code,
    outcome: recognition?.outcome ?? 'unmatched',
    why: whyOf(sifted, recognition),
    suggestedMember,
    remittance,
  });
  if (!entered.has(transaction)) entered.set(transaction, remittance);
}

async function keepAside(
  books: Books,
  { deposit, source }: Into,
  { sifted, recognition }: JudgedLine,
  entered: ReadonlyMap<string, number>,
): Promise<void> {
  const { row, receivedOn, cents, method, memberNo, name, code, transaction } = sifted.line;
  const kind = outcomeOf(sifted, recognition);
  if (kind === 'matched' || kind === 'doubtful' || kind === 'unmatched') return;
  const original =
    sifted.line.kind === 'money' && sifted.line.original !== '' ? sifted.line.original : transaction;
  const ofThisFile = kind === 'back' || kind === 'duplicate' ? (entered.get(original) ?? null) : null;
  await addAside(books.write, {
    deposit,
    source,
    row,
    kind,
    reference: transaction,
    receivedOn,
    cents,
    method,
    memberNo,
    name,
    code,
    why: whyOf(sifted, recognition),
    remittance: sifted.remittance ?? ofThisFile,
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
