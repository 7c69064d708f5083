import type { OwnFace, Word } from './own-face.ts';

/** Draws what is the same on many letters once, and then names it: its resource, and the points it took. */
export type Once = (
  key: string,
  draw: (page: Drawing) => number,
) => { readonly name: string; readonly height: number };

/** A content stream in the making; positions are in points from the sheet's foot. */
export class Drawing {
  private out = '';
  private font = '';
  private ink = '';

  /** @param align the share of the text that stands left of x */
  text(face: OwnFace, size: number, ink: string, x: number, y: number, text: string, align = 0): void {
    if (text === '') return;
    const line = face.line(text);
    this.begin(face, size, ink);
    this.show(x - (align * line.width * size) / 1000, y, line);
    this.out += 'ET\n';
  }

  lines(
    face: OwnFace,
    size: number,
    ink: string,
    x: number,
    y: number,
    leading: number,
    lines: Word[],
  ): void {
    this.begin(face, size, ink);
    for (const [at, line] of lines.entries()) this.show(x, y - at * leading, line);
    this.out += 'ET\n';
  }

  /** Operators as they are. */
  raw(operators: string): void {
    this.out += `${operators}\n`;
    this.ink = '';
  }

  place(name: string, y: number): void {
    this.out += `q 1 0 0 1 0 ${y} cm/${name} Do Q\n`;
  }

  content(): Buffer {
    return Buffer.from(this.out, 'latin1');
  }

  private begin(face: OwnFace, size: number, ink: string): void {
    const font = `/${face.resource} ${size} Tf\n`;
    if (font !== this.font) this.out += font;
    if (ink !== this.ink) this.out += `${ink}\n`;
    this.font = font;
    this.ink = ink;
    this.out += 'BT\n';
  }

  private show(x: number, y: number, { shown }: Word): void {
    this.out += `1 0 0 1 ${Math.round(x * 100) / 100} ${y} Tm(${shown})Tj\n`;
  }
}
