import type { PdfFile, PdfObject } from './document.ts';

interface Bookmark {
  readonly title: string;
  readonly page: PdfObject;
}

/**
 * The outline of a run: a bookmark a sheet; a run of more than {@link GROUP} sheets groups them by hundreds.
 * A group is written as soon as it is full, so memory does not grow with the run.
 */
export class Bookmarks {
  private readonly pdf: PdfFile;
  private readonly root: PdfObject;
  private readonly grouped: boolean;
  private readonly groups: { readonly title: string; readonly object: PdfObject }[] = [];
  private open: { readonly number: number; readonly marks: Bookmark[] } = { number: 0, marks: [] };

  constructor(pdf: PdfFile, sheets: number) {
    this.pdf = pdf;
    this.root = pdf.object({ Type: 'Outlines' });
    this.grouped = sheets > GROUP;
  }

  /** `sheet` counts from 1 in the whole run. */
  add(sheet: number, title: string, page: PdfObject): void {
    const number = this.grouped ? Math.floor((sheet - 1) / GROUP) : 0;
    if (number !== this.open.number) {
      this.endGroup();
      this.open = { number, marks: [] };
    }
    this.open.marks.push({ title, page });
  }

  end(): void {
    if (this.grouped) this.endGroup();
    if (this.grouped) this.chain(this.root, this.groups, false);
    else
      this.chain(
        this.root,
        this.open.marks.map((mark) => this.bookmark(mark)),
        false,
      );
    this.pdf.write(this.root);
    this.pdf.catalog({ Outlines: this.root, PageMode: 'UseOutlines' });
  }

  private endGroup(): void {
    const { number, marks } = this.open;
    if (marks.length === 0) return;
    const object = this.pdf.object();
    this.chain(
      object,
      marks.map((mark) => this.bookmark(mark)),
      true,
    );
    const first = number * GROUP + 1;
    object.data.Dest = [marks[0]?.page, 'Fit'];
    this.groups.push({ title: `Sheets ${first} to ${first + GROUP - 1}`, object });
  }

  private bookmark(mark: Bookmark): { readonly title: string; readonly object: PdfObject } {
    return { title: mark.title, object: this.pdf.object({ Dest: [mark.page, 'Fit'] }) };
  }

  /** Links siblings under a parent (PDF 32000-1, 12.3.3) and writes them. */
  private chain(
    parent: PdfObject,
    items: readonly { readonly title: string; readonly object: PdfObject }[],
    closed: boolean,
  ): void {
    items.forEach(({ title, object }, at) => {
      // pdfkit writes a String object as text and a string as a name.
      object.data.Title = new String(title);
      object.data.Parent = parent;
      const previous = items[at - 1]?.object;
      const next = items[at + 1]?.object;
      if (previous !== undefined) object.data.Prev = previous;
      if (next !== undefined) object.data.Next = next;
      this.pdf.write(object);
    });
    parent.data.First = items[0]?.object;
    parent.data.Last = items.at(-1)?.object;
    parent.data.Count = closed ? -items.length : items.length;
  }
}

const GROUP = 100;
