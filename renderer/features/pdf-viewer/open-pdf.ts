import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { openSource } from './pdf-source.ts';

/** An open PDF and the size of its first page, which all sheets of a run share. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Ends the thread that reads it. */
  close(): void;
}

/** Opens a PDF of the window's own. @throws StandingError `pdf-missing`, `pdf-unreadable` */
export async function openPdf(address: string): Promise<OpenPdf> {
  const range = await openSource(address);
  return open({ range, rangeChunkSize: 64 * 1024, disableStream: true, disableAutoFetch: true });
}

/** Opens a PDF at hand. @throws StandingError `pdf-unreadable` */
export function openPdfBytes(data: Uint8Array): Promise<OpenPdf> {
  return open({ data });
}

async function open(source: NonNullable<Parameters<typeof getDocument>[0]>): Promise<OpenPdf> {
  const thread = new Worker(workerAddress, { type: 'module' });
  const worker = PDFWorker.create({ port: thread });
  const task = getDocument({
    ...source,
    worker,
    // Fonts are in the file; nothing is looked for elsewhere.
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      thread.terminate();
    });
  };
  try {
    const document = await task.promise;
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    return { document, width, height, close };
  } catch (error) {
    close();
    throw new StandingError(
      'pdf-unreadable',
      'The PDF of these sheets cannot be read.',
      'Print them again.',
      {
        cause: error,
      },
    );
  }
}
