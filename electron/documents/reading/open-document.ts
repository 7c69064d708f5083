import { readFile } from 'node:fs/promises';
import type { DocumentType } from '../../../shared/domain/intake.ts';
import { pictureHead } from './picture-head.ts';
import { type Drawable, whiteCanvas } from './raster.ts';
import type { ReadingLimits, Unreadable } from './reading.ts';

/** Thrown for a document whose pages cannot be read. */
export class UnreadableDocument extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable) {
    super(why);
    this.why = why;
  }
}

/** A document of which one page after the other can be drawn. */
export interface OpenDocument {
  readonly pages: number;
  /** @param page from 1 */
  page(page: number): Promise<Drawable>;
  close(): Promise<void>;
}

/** @throws UnreadableDocument */
export async function openDocument(
  file: string,
  type: DocumentType,
  limits: ReadingLimits,
): Promise<OpenDocument> {
  if (type === 'unknown') throw new UnreadableDocument('unknown-type');
  const bytes = await readFile(file);
  const document = await opened(bytes, type, limits);
  if (document.pages < 1) throw new UnreadableDocument('broken');
  if (document.pages <= limits.pages) return document;
  await document.close();
  throw new UnreadableDocument('too-many-pages');
}

async function opened(
  bytes: Buffer,
  type: Exclude<DocumentType, 'unknown'>,
  limits: ReadingLimits,
): Promise<OpenDocument> {
  switch (type) {
    case 'pdf': {
      const { openPdf } = await import('./open-pdf.ts');
      return openPdf(bytes, limits);
    }
    case 'tiff': {
      const { openTiff } = await import('./open-tiff.ts');
      return openTiff(bytes, limits);
    }
    case 'heic': {
      const { openHeic } = await import('./open-heic.ts');
      return openHeic(bytes, limits);
    }
    default:
      return openPicture(bytes, limits);
  }
}

async function openPicture(bytes: Buffer, limits: ReadingLimits): Promise<OpenDocument> {
  const head = pictureHead(bytes);
  if (head === null || !head.whole || head.width < 1 || head.height < 1)
    throw new UnreadableDocument('broken');
  refuseLarge(head, limits);
  const { loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes).catch(() => {
    throw new UnreadableDocument('broken');
  });
  return {
    pages: 1,
    async page() {
      return {
        width: image.width,
        height: image.height,
        at(scale) {
          const { canvas, context } = whiteCanvas(image.width * scale, image.height * scale);
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        },
      };
    },
    close: async () => undefined,
  };
}

/** @throws UnreadableDocument `too-large-pages` */
export function refuseLarge(
  { width, height }: { readonly width: number; readonly height: number },
  { pixels }: Pick<ReadingLimits, 'pixels'>,
): void {
  if (!(width * height <= pixels)) throw new UnreadableDocument('too-large-pages');
}
