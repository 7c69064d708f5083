import { PDFDataRangeTransport } from 'pdfjs-dist';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { fullLength } from './content-range.ts';

/** As much of the file as is read at first: its end is what names the pages, its beginning is read with it. */
const FIRST_BYTES = 64 * 1024;

/**
 * A PDF read piece by piece, as pages are looked at: the 9,000th of 10,000 sheets shows without reading those before it.
 * pdf.js does so by itself only over HTTP, which the window's own scheme is not.
 */
export class PdfSource extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #stop = new AbortController();

  /** Use `openSource`. */
  constructor(address: string, length: number, start: Uint8Array) {
    super(length, start);
    this.#address = address;
  }

  override requestDataRange(begin: number, end: number): void {
    void readBytes(this.#address, begin, end - 1, this.#stop.signal).then(
      ({ bytes }) => this.onDataRange(begin, bytes),
      // What is missing shows as a page that cannot be drawn; a closed document asks for nothing more.
      () => undefined,
    );
  }

  override abort(): void {
    this.#stop.abort();
  }
}

/** Reads how long the file is, and its beginning. @throws StandingError `pdf-missing`, `pdf-unreadable` */
export async function openSource(address: string): Promise<PdfSource> {
  const { bytes, length } = await readBytes(address, 0, FIRST_BYTES - 1, null);
  return new PdfSource(address, length, bytes);
}

async function readBytes(
  address: string,
  first: number,
  last: number,
  signal: AbortSignal | null,
): Promise<{ readonly bytes: Uint8Array; readonly length: number }> {
  const answer = await fetch(address, {
    headers: { range: `bytes=${first}-${last}` },
    cache: 'no-store',
    signal,
  });
  if (answer.status === 404)
    throw new StandingError(
      'pdf-missing',
      'These sheets are not in the office folder.',
      'Print them; the same sheets come out the same.',
    );
  if (!answer.ok)
    throw new StandingError('pdf-unreadable', 'The PDF of these sheets cannot be read.', 'Print them again.');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, length: fullLength(answer.headers.get('content-range')) ?? bytes.length };
}
