import PDFDocument from 'pdfkit';
import { ByteQueue } from './byte-queue.ts';

/** An indirect object of the file; {@link PdfFile.write} writes it. */
export interface PdfObject {
  readonly id: number;
  data: Record<string, unknown>;
  /** Where it is in the file, once it is written. */
  readonly offset?: number;
}

/** pdfkit's own kind of object. */
interface PdfkitObject extends PdfObject {
  end(stream?: Uint8Array): void;
}

/** An image in the file. */
export interface PdfImage {
  readonly object: PdfObject;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  isWritten(): boolean;
}

/** What pdfkit's document offers that its types leave out. */
interface Internals {
  /** Called for every piece of the file; a string stands for its characters' bytes and a line end. */
  _write(piece: string | Uint8Array): void;
  /** Bytes written so far. */
  _offset: number;
  ref(data: Record<string, unknown>): PdfkitObject;
  readonly _root: { readonly data: Record<string, unknown> & { readonly Pages: PdfObject } };
}

/** What a reader sees of the document before its pages. */
export interface DocumentWords {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47, e.g. `en-US`. */
  readonly language: string;
  /** Stands for creation and change, so that the same run gives the same bytes. */
  readonly dated: string;
}

const LETTER = { width: 8.5, height: 11 };

function points(inches: number): number {
  return Math.round(inches * 7200) / 100;
}

// Pages in a leaf of the page tree: a reader finds page 90,000 in three steps, and finished leaves are forgotten.
const LEAF = 64;

/**
 * A PDF written front to back: pdfkit numbers, writes and cross-references the objects, pages come as finished
 * contents. Nothing of a page is kept once its leaf of the page tree is written.
 */
export class PdfFile {
  private readonly document: PDFKit.PDFDocument;
  private readonly queue = new ByteQueue();
  private readonly internals: Internals;
  private readonly tree: { readonly Kids: PdfObject[]; Count: number };
  private leaf: { readonly object: PdfObject; readonly kids: PdfObject[] } | null = null;

  constructor(words: DocumentWords) {
    const date = new Date(`${words.dated}T12:00:00Z`);
    const options: PDFKit.PDFDocumentOptions = {
      autoFirstPage: false,
      bufferPages: false,
      compress: false,
      // An empty name keeps pdfkit from loading Helvetica, which no letter uses.
      font: '',
      fontLayoutCache: false,
      pdfVersion: '1.7',
      lang: words.language,
      displayTitle: true,
      info: {
        Title: words.title,
        Author: words.author,
        Subject: words.subject,
        Creator: 'Standing',
        Producer: 'PDFKit',
        CreationDate: date,
        ModDate: date,
      },
    };
    this.document = new PDFDocument(options);
    // pdfkit's types leave out ref() of plain data, the catalog and where pieces go.
    const internals = this.document as unknown as Internals;
    this.internals = internals;
    // What pdfkit has written by now waits in its stream, which holds back nobody: from here on it comes to the queue.
    const start: unknown = this.document.read();
    if (start instanceof Uint8Array) this.queue.add(start);
    internals._write = (piece) => {
      internals._offset += this.queue.add(typeof piece === 'string' ? `${piece}\n` : piece);
    };
    // The root of the page tree is made by pdfkit with these two entries.
    this.tree = this.internals._root.data.Pages.data as unknown as { Kids: PdfObject[]; Count: number };
  }

  /** A new object, to be written later. */
  object(data: Record<string, unknown> = {}): PdfObject {
    return this.internals.ref(data);
  }

  /** Writes an object, with these bytes as its stream, and forgets what it said: others know it by its number. */
  write(object: PdfObject, stream?: Uint8Array): void {
    // Every object here was made by pdfkit's ref().
    (object as PdfkitObject).end(stream);
    object.data = {};
  }

  /** Adds entries to the catalog. */
  catalog(entries: Record<string, unknown>): void {
    Object.assign(this.internals._root.data, entries);
  }

  /**
   * Adds a page with these contents, whose origin is 11 in below its top.
   * @param size in inches; US Letter where left out
   */
  page(
    contents: PdfObject,
    resources: PdfObject,
    size: { readonly width: number; readonly height: number } = LETTER,
  ): PdfObject {
    this.leaf ??= {
      object: this.object({ Type: 'Pages', Parent: this.internals._root.data.Pages }),
      kids: [],
    };
    const page = this.object({
      Type: 'Page',
      Parent: this.leaf.object,
      MediaBox: [0, points(LETTER.height - size.height), points(size.width), 792],
      Contents: contents,
      Resources: resources,
    });
    this.write(page);
    this.leaf.kids.push(page);
    if (this.leaf.kids.length === LEAF) this.endLeaf();
    return page;
  }

  /** Adds an image with pdfkit's reader, which may still be at work when this returns. */
  image(bytes: Uint8Array): PdfImage {
    // pdfkit's types leave out the parts of an opened image.
    const opened = (this.document as unknown as { openImage(source: Uint8Array): OpenedImage }).openImage(
      bytes,
    );
    opened.embed(this.document);
    const { obj: object, width, height } = opened;
    if (object === null) throw new Error('pdfkit did not embed the image.');
    return { object, width, height, isWritten: () => object.offset !== undefined };
  }

  /** Bytes that wait to be handed over. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Hands over all that has been written so far, in blocks that hold it until the promise settles. */
  drain(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    return this.queue.drain(write);
  }

  /** Writes what closes the file; the rest is then there to {@link drain}. */
  end(): void {
    this.endLeaf();
    this.document.end();
  }

  private endLeaf(): void {
    if (this.leaf === null) return;
    const { object, kids } = this.leaf;
    Object.assign(object.data, { Kids: kids, Count: kids.length });
    this.write(object);
    this.tree.Kids.push(object);
    this.tree.Count += kids.length;
    this.leaf = null;
  }
}

interface OpenedImage {
  readonly width: number;
  readonly height: number;
  readonly obj: PdfObject | null;
  embed(document: PDFKit.PDFDocument): void;
}
