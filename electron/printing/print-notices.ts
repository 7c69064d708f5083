import { deflateSync } from 'node:zlib';
import type { NoticeSheet, OfficeProfile } from '../../shared/domain/notice.ts';
import type { RunBarcodes } from '../../shared/domain/postal.ts';
import type { SheetPurpose } from '../../shared/domain/sheet-code.ts';
import type { Signature } from '../../shared/domain/stationery.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { displayMonth } from '../../shared/util/dates.ts';
import { coverPages } from './audit/cover-pages.ts';
import { findingPages } from './audit/finding-pages.ts';
import type { EnvelopeProfile } from './envelope/profile.ts';
import type { LetterParts } from './letter/body.ts';
import type { PlacedLogo } from './letter/letterhead.ts';
import { placeLogo } from './letter/logo.ts';
import { bookmarkTitle, noticePage } from './letter/notice-page.ts';
import { placeSignature } from './letter/signature.ts';
import type { LetterTemplate } from './letter/template.ts';
import { Bookmarks } from './pdf/bookmarks.ts';
import { Content } from './pdf/content.ts';
import { PdfFile, type PdfObject } from './pdf/document.ts';
import { SharedResources } from './pdf/forms.ts';
import { OutputFile } from './pdf/output-file.ts';
import { loadLetterFonts } from './type/face.ts';
import type { Line } from './type/paragraph.ts';
import { Typesetter, UnprintableCharacter } from './type/typesetter.ts';

export interface PrintOptions {
  readonly office: OfficeProfile;
  readonly letter: LetterTemplate;
  readonly envelope: EnvelopeProfile;
  /** The folder with the letter fonts (`resources/fonts`). */
  readonly fontsDir: string;
  /** Where the PDF goes. A file of that name stays as it is unless the new one is whole. */
  readonly outFile: string;
  /** A blank page after each sheet, so that on paper printed on both sides each letter starts on a front. */
  readonly duplex?: boolean;
  /** Who signs the letters; without it, nobody. */
  readonly signature?: Signature | null;
  /** The run's Intelligent Mail barcodes; without them, none. */
  readonly barcodes?: RunBarcodes | null;
  readonly signal?: AbortSignal;
  /** How many sheets come; without it, those of the whole run. */
  readonly total?: number;
  /** Called now and then while it prints, and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Printed {
  readonly sheets: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

// What waits to be written goes to the disk at the latest when it is this much.
const WRITE_AT = 256 * 1024;
/** Longest time in ms without giving way to other work of the thread. */
const TURN = 15;

/**
 * Prints the sheets of a run, or a range of them, into one PDF, each letter followed by its list of findings and its cover sheets. The same sheets give
 * the same bytes, and a sheet's page content is the same whatever else is printed with it. Nothing of a sheet is kept once it is written.
 * @throws StandingError `cancelled`, `no-sheets`, `cannot-write`, `bad-logo`, `office-address`, `fonts-missing`,
 * `letter-too-long`, `unprintable`; then no file is left behind.
 */
export async function printNotices(
  sheets: Iterable<NoticeSheet> | AsyncIterable<NoticeSheet>,
  options: PrintOptions,
): Promise<Printed> {
  const file = await OutputFile.open(options.outFile);
  try {
    const count = await writeRun(sheets, options, file);
    stopIfCancelled(options.signal);
    return { sheets: count, ...(await file.finish()) };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

async function writeRun(
  sheets: Iterable<NoticeSheet> | AsyncIterable<NoticeSheet>,
  options: PrintOptions,
  file: OutputFile,
): Promise<number> {
  let run: Run | null = null;
  let count = 0;
  let turnEnds = performance.now() + TURN;
  for await (const sheet of oneByOne(sheets)) {
    run ??= await startRun(sheet, options);
    writeSheet(run, options, sheet);
    count++;
    if (run.pdf.waiting > WRITE_AT || performance.now() > turnEnds) {
      await writeWaiting(run.pdf, file);
      await new Promise((resolve) => setImmediate(resolve));
      stopIfCancelled(options.signal);
      options.onProgress?.(count, options.total ?? sheet.sheets);
      turnEnds = performance.now() + TURN;
    }
  }
  if (run === null)
    throw new StandingError('no-sheets', 'There is nothing to print.', 'Prepare the run first.');
  run.bookmarks.end();
  run.parts.shared.end();
  run.pdf.end();
  await writeWaiting(run.pdf, file);
  options.onProgress?.(count, options.total ?? count);
  return count;
}

interface Run {
  readonly pdf: PdfFile;
  readonly bookmarks: Bookmarks;
  readonly parts: LetterParts;
  readonly logo: PlacedLogo | null;
  /** The contents of every blank back, where there are backs. */
  readonly back: PdfObject | null;
}

const NOTICES: Readonly<Record<SheetPurpose, string>> = {
  RN: 'Renewal notices',
  RM: 'Reminders',
  PD: 'Past-due notices',
  P2: 'Further past-due notices',
  FN: 'Final notices',
  CC: 'CCP compliance notices',
  LP: 'Lapse notices',
  RC: 'Receipts',
  AU: 'Audit notices',
  RT: 'Return letters',
  AK: 'Audit: proof received',
  AM: 'Audit: more asked',
  AE: 'Audit: extensions',
  AC: 'Audit decisions, compliant',
  AN: 'Audit decisions, non-compliant',
  AR: 'Audit: appeals received',
  AD: 'Audit: decisions on appeals',
};

async function startRun(sheet: NoticeSheet, options: PrintOptions): Promise<Run> {
  const { office, letter } = options;
  const fonts = loadLetterFonts(options.fontsDir);
  const pdf = new PdfFile({
    title: `${NOTICES[sheet.purpose]} for ${displayMonth(sheet.month)}, run ${sheet.run}`,
    author: office.name,
    subject: `${NOTICES[sheet.purpose]}, run ${sheet.run}`,
    language: 'en-US',
    dated: sheet.dated,
  });
  const shared = new SharedResources(pdf, {
    text: new Typesetter(fonts.text),
    textBold: new Typesetter(fonts.textBold),
    textItalic: new Typesetter(fonts.textItalic),
    plain: new Typesetter(fonts.plain),
    plainBold: new Typesetter(fonts.plainBold),
  });
  const logo = office.logo === null ? null : await placeLogo(pdf, shared, office.logo);
  const bookmarks = new Bookmarks(pdf, sheet.sheets);
  const back = options.duplex === true ? blank(pdf) : null;
  const signature =
    options.signature === undefined || options.signature === null
      ? null
      : await placeSignature(pdf, shared, options.signature);
  const parts = { office, letter, shared, signature, broken: new Map<string, readonly Line[]>() };
  return { pdf, bookmarks, parts, logo, back };
}

function blank(pdf: PdfFile): PdfObject {
  const contents = pdf.object({ Filter: 'FlateDecode' });
  pdf.write(contents, deflateSync(new Uint8Array()));
  return contents;
}

function writeSheet(run: Run, options: PrintOptions, sheet: NoticeSheet): void {
  const { parts } = run;
  try {
    const page = writePage(
      run,
      options,
      noticePage(parts, options.envelope, run.logo, sheet, options.barcodes),
    );
    run.bookmarks.add(sheet.sheet, bookmarkTitle(sheet), page);
    writeBack(run, options);
    for (const draw of [...findingPages(parts.office, sheet), ...coverPages(parts.office, sheet)]) {
      const enclosed = new Content(parts.shared.setters);
      draw(enclosed);
      writePage(run, options, enclosed.bytes());
      writeBack(run, options);
    }
  } catch (error) {
    if (!(error instanceof UnprintableCharacter)) throw error;
    throw new StandingError(
      'unprintable',
      `Sheet ${sheet.sheet} (member ${sheet.memberNo}) cannot be printed: the letter fonts have no “${error.character}” for “${error.text}”.`,
      'Correct the member’s name, or hold the piece back.',
    );
  }
}

/** @param content is written out before the next page is drawn */
function writePage({ pdf, parts }: Run, { envelope }: PrintOptions, content: Uint8Array): PdfObject {
  const contents = pdf.object({ Filter: 'FlateDecode' });
  pdf.write(contents, deflateSync(content, PAGE_DEFLATE));
  return pdf.page(contents, parts.shared.object, envelope.sheet);
}

function writeBack({ pdf, parts, back }: Run, { envelope }: PrintOptions): void {
  if (back !== null) pdf.page(back, parts.shared.object, envelope.sheet);
}

/** A page’s content is some five thousand bytes: buffers of that order are quicker to set up and cost no size. */
export const PAGE_DEFLATE = { level: 4, memLevel: 6, windowBits: 13, chunkSize: 4096 };

function writeWaiting(pdf: PdfFile, file: OutputFile): Promise<void> {
  return pdf.drain((bytes) => file.write(bytes));
}

/** Waits only where the source makes one wait: an await for each sheet of an array would cost more than the sheet. */
async function* oneByOne(
  sheets: Iterable<NoticeSheet> | AsyncIterable<NoticeSheet>,
): AsyncGenerator<NoticeSheet> {
  yield* sheets;
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new StandingError(
      'cancelled',
      'Printing was cancelled; no PDF was written.',
      'Print again when ready.',
    );
  }
}
