import { deflateSync } from 'node:zlib';
import { Content, fontResources, type Typesetters } from './content.ts';
import type { PdfFile, PdfObject } from './document.ts';
import { embedFont } from './font-embedding.ts';

/**
 * What pages share: fonts, images, and drawings that are the same on many sheets, each written once as a form
 * XObject (PDF 32000-1, 8.10) and placed by name.
 */
export class SharedResources {
  readonly setters: Typesetters;
  readonly object: PdfObject;
  private readonly pdf: PdfFile;
  private readonly fonts: Record<string, PdfObject>;
  private readonly drawings: Record<string, PdfObject> = {};

  constructor(pdf: PdfFile, setters: Typesetters) {
    this.pdf = pdf;
    this.setters = setters;
    this.fonts = fontResources(() => pdf.object());
    this.object = pdf.object({ Font: this.fonts, XObject: this.drawings });
  }

  /** Draws a form the first time its name is asked for. Its origin is the page's top left, or its own with 0. */
  form(name: string, height: 0 | 792, draw: (content: Content) => void): string {
    if (this.drawings[name] !== undefined) return name;
    const content = new Content(this.setters, height);
    draw(content);
    const bytes = content.bytes();
    const object = this.pdf.object({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: height === 0 ? [-20, -792, 632, 20] : [0, 0, 612, 792],
      // Only what it uses: readers load what is named here each time the form is drawn.
      Resources: {
        Font: chosen(this.fonts, content.fontsUsed),
        XObject: chosen(this.drawings, content.drawingsUsed),
      },
      Filter: 'FlateDecode',
    });
    this.pdf.write(object, deflateSync(bytes));
    this.drawings[name] = object;
    return name;
  }

  image(name: string, object: PdfObject): void {
    this.drawings[name] = object;
  }

  /** Writes the fonts, of all that pages and forms have used, and the resources themselves. */
  end(): void {
    const setters = fontResources((face) => this.setters[face]);
    for (const [name, dictionary] of Object.entries(this.fonts)) {
      const setter = setters[name];
      if (setter !== undefined) embedFont(this.pdf, dictionary, setter);
    }
    this.pdf.write(this.object);
  }
}

function chosen(
  objects: Readonly<Record<string, PdfObject>>,
  names: ReadonlySet<string>,
): Record<string, PdfObject> {
  return Object.fromEntries(Object.entries(objects).filter(([name]) => names.has(name)));
}
