import { basename } from 'node:path';
import type {
  LineForeseen,
  LineOutcome,
  ReceiptMapping,
  ReceiptReading,
  ReceiptSource,
  Tallies,
} from '../../../shared/domain/receipts.ts';
import { LINE_OUTCOMES } from '../../../shared/domain/receipts.ts';
import type { Work } from '../../jobs/work.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { depositOfFile } from '../../repositories/receipts.ts';
import { setting } from '../../repositories/settings.ts';
import { openCsv } from '../import/file/csv-file.ts';
import { fileNotices } from '../import/notices.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { takeColumns } from './columns.ts';
import { readLines } from './read-file.ts';
import { type Recognition, recogniser } from './recognise-line.ts';
import { type Sifted, sift } from './sift.ts';

/** Which file is read, and how. */
export interface ReadRequest {
  readonly source: ReceiptSource;
  readonly file: string;
  /** null: as saved for the source where that suits the file, else by the columns' names. */
  readonly mapping: ReceiptMapping | null;
}

/** A line of a file with what becomes of it. */
export interface JudgedLine {
  readonly sifted: Sifted;
  /** null for one that brings no money in. */
  readonly recognition: Recognition | null;
  readonly suggestedMember: number | null;
}

export interface JudgedFile {
  readonly reading: ReceiptReading;
  /** The deposit that this very file is in part: entering it was interrupted, and puts in the rest. */
  readonly unfinished: number | null;
  readonly judged: readonly JudgedLine[];
}

/**
 * What entering a payment file would do, line by line; writes nothing.
 * @throws StandingError as `openCsv` and `readLines`, `receipt-mapping`, `cancelled`
 */
export async function readReceipts(
  view: OfficeView,
  request: ReadRequest,
  work: Work,
): Promise<ReceiptReading> {
  return (await judgeFile(view, request, work)).reading;
}

/** The same with what entering it needs. */
export async function judgeFile(
  view: OfficeView,
  { source, file, mapping }: ReadRequest,
  work: Work,
): Promise<JudgedFile> {
  const csv = await openCsv(file, work);
  const saved = (await setting(view.reader, 'receiptMappings'))?.[source] ?? null;
  const { columns, positions, mappedBy, missing } = takeColumns(source, csv.header, mapping, saved);
  const today = view.clock.today();
  const { lines, cardColumns } =
    missing === null
      ? await readLines(csv, { source, positions, today }, work)
      : { lines: [], cardColumns: [] };
  const known = await depositOfFile(view.reader, csv.sha256);
  const unfinished = known !== null && !known.whole ? known.deposit : null;
  const sifted = await sift(view.reader, source, lines, unfinished);
  const judged = await judgeAll(view, sifted, work);
  const foreseen = judged.map(lineForeseen);
  const reading: ReceiptReading = {
    source,
    file,
    fileName: basename(file),
    sha256: csv.sha256,
    columns,
    mappedBy,
    missing,
    enteredAs: known?.whole === true ? known.deposit : null,
    tallies: tally(foreseen),
    fileCents: foreseen.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    lines: foreseen,
    notices: [
      ...fileNotices(csv),
      ...(unfinished === null
        ? []
        : [
            `Entering it was interrupted; it is in part deposit ${unfinished}, and entering it puts in the rest.`,
          ]),
      ...cardColumns.map(
        (header) =>
          `The column “${header}” holds what looks like card numbers; it is not read, and nothing of it is stored.`,
      ),
    ],
  };
  return { reading, unfinished, judged };
}

async function judgeAll(
  view: OfficeView,
  sifted: readonly Sifted[],
  work: Work,
): Promise<readonly JudgedLine[]> {
  const desk = { view, policy: await officePolicy(view), today: view.clock.today() };
  const lines = recogniser(desk);
  const judged: JudgedLine[] = [];
  for (const one of sifted) {
    const recognition = one.kind === 'in' ? await lines.recognise(one.line) : null;
    const suggested = recognition?.member ?? null;
    judged.push({
      sifted: one,
      recognition,
      suggestedMember: suggested === null ? null : await memberIdOf(view.reader, suggested.memberNo),
    });
    work.progress({
      doing: 'Recognising the lines',
      done: judged.length,
      total: sifted.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return judged;
}

function lineForeseen({ sifted, recognition }: JudgedLine): LineForeseen {
  const { row, receivedOn, cents, method, memberNo, name, code, transaction } = sifted.line;
  const member = recognition?.member ?? null;
  return {
    row,
    reference: 'reference' in sifted ? sifted.reference : transaction,
    receivedOn,
    cents,
    method,
    memberNo,
    name,
    code,
    outcome: outcomeOf(sifted, recognition),
    why: whyOf(sifted, recognition),
    suggestion: member === null ? null : { memberNo: member.memberNo, memberName: member.name },
    parts: recognition?.parts ?? [],
  };
}

export function outcomeOf(sifted: Sifted, recognition: Recognition | null): LineOutcome {
  return sifted.kind === 'in' ? (recognition?.outcome ?? 'unmatched') : sifted.kind;
}

export function whyOf(sifted: Sifted, recognition: Recognition | null): string {
  if (sifted.kind === 'in') return recognition?.why ?? '';
  if ('why' in sifted) return sifted.why;
  return sifted.remittance === null && sifted.line.original === ''
    ? 'Money that went back; the file does not say of which payment.'
    : 'Money that went back.';
}

function tally(lines: readonly LineForeseen[]): Tallies {
  const tallies = Object.fromEntries(LINE_OUTCOMES.map((outcome) => [outcome, { count: 0, cents: 0 }]));
  for (const { outcome, cents } of lines) {
    const one = tallies[outcome];
    if (one === undefined) continue;
    one.count += 1;
    one.cents += cents ?? 0;
  }
  // It has every outcome as a key.
  return tallies as Tallies;
}
