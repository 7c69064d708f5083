import type { FaceName } from '../type/face.ts';
import { brokenLines, type Line, singleLine } from '../type/paragraph.ts';
import type { Typesetter } from '../type/typesetter.ts';

export type Typesetters = Readonly<Record<FaceName, Typesetter>>;

/** How a text looks: face, size in points, colour. */
export interface Style {
  readonly face: FaceName;
  readonly size: number;
  readonly ink: Ink;
}

/** Colours of a letter: they stay readable on a black and white printer. */
export type Ink = keyof typeof INKS;

const INKS = {
  ink: '0.1 g',
  soft: '0.34 g',
  accent: '0.106 0.227 0.361 rg',
  white: '1 g',
} as const;

const STROKES = {
  ink: '0.1 G',
  soft: '0.34 G',
  accent: '0.106 0.227 0.361 RG',
  white: '1 G',
} as const;

export type Align = 'left' | 'right' | 'center';

const FONT_RESOURCES: Readonly<Record<FaceName, string>> = {
  text: 'F1',
  textBold: 'F2',
  textItalic: 'F3',
  plain: 'F4',
  plainBold: 'F5',
};

/** The font resources' entries, in the order of their names. */
export function fontResources<T>(of: (face: FaceName) => T): Record<string, T> {
  return {
    F1: of('text'),
    F2: of('textBold'),
    F3: of('textItalic'),
    F4: of('plain'),
    F5: of('plainBold'),
  };
}

/**
 * One content stream in the making. Positions are in points from the top left (of the page, or of the piece where
 * `height` is 0); text sits on its baseline.
 */
export class Content {
  /** Names of the fonts and of the forms and images that it uses. */
  readonly fontsUsed = new Set<string>();
  readonly drawingsUsed = new Set<string>();
  private readonly setters: Typesetters;
  private readonly height: number;
  private out = '';
  private inText = false;
  private font = '';
  private ink: Ink | '' = '';
  private x = 0;
  private y = 0;

  constructor(setters: Typesetters, height = 792) {
    this.setters = setters;
    this.height = height;
  }

  /** Sets a text on one line at a baseline; returns its width in points. */
  text(style: Style, x: number, y: number, text: string, align: Align = 'left'): number {
    const line = singleLine(this.setters[style.face], text, style.size);
    this.line(style, x, y, line, align);
    return line.width;
  }

  /** Sets broken lines below each other from a first baseline; returns the baseline of the last. */
  lines(style: Style, x: number, y: number, leading: number, lines: readonly Line[]): number {
    lines.forEach((line, at) => {
      this.line(style, x, y + at * leading, line, 'left');
    });
    return y + (lines.length - 1) * leading;
  }

  /** A text broken to a width in points. */
  broken(style: Style, text: string, width: number): readonly Line[] {
    return brokenLines(this.setters[style.face], text, style.size, width);
  }

  /** Width in points of a text on one line. */
  width(style: Style, text: string): number {
    return singleLine(this.setters[style.face], text, style.size).width;
  }

  /** A filled rectangle. */
  box(ink: Ink | 'tint', x: number, y: number, width: number, height: number): void {
    this.graphics(
      `${ink === 'tint' ? '0.955 g' : INKS[ink]} ${n(x)} ${n(this.height - y - height)} ${n(width)} ${n(height)} re f`,
    );
    this.ink = '';
  }

  /** A straight line; dashes in points. */
  rule(ink: Ink, weight: number, x1: number, y1: number, x2: number, y2: number, dash = ''): void {
    const path = `${n(x1)} ${n(this.height - y1)} m ${n(x2)} ${n(this.height - y2)} l S`;
    const stroke = `${STROKES[ink]} ${n(weight)} w ${path}`;
    this.graphics(dash === '' ? stroke : `[${dash}] 0 d ${stroke} [] 0 d`);
  }

  /** The outline of a rectangle. */
  frame(ink: Ink, weight: number, x: number, y: number, width: number, height: number): void {
    this.graphics(
      `${STROKES[ink]} ${n(weight)} w ${n(x)} ${n(this.height - y - height)} ${n(width)} ${n(height)} re S`,
    );
  }

  /** Places a form or image with its origin at a position, scaled. */
  place(name: string, x: number, y: number, scaleX = 1, scaleY = scaleX): void {
    this.drawingsUsed.add(name);
    this.graphics(`q ${n(scaleX)} 0 0 ${n(scaleY)} ${n(x)} ${n(this.height - y)} cm /${name} Do Q`);
  }

  /** Operators as they are; they leave the graphics state as they found it. */
  raw(operators: string): void {
    this.graphics(operators);
  }

  /** The finished stream, in memory that the next stream uses again. */
  bytes(): Uint8Array {
    this.endText();
    const { length } = this.out;
    if (length > scratch.length) scratch = Buffer.allocUnsafe(2 * length);
    return scratch.subarray(0, scratch.write(this.out, 'latin1'));
  }

  private line(style: Style, x: number, y: number, line: Line, align: Align): void {
    if (line.shown === '') return;
    const start = align === 'left' ? x : align === 'right' ? x - line.width : x - line.width / 2;
    // Rounded before the difference is taken, so that no error adds up.
    const left = Math.round(start * 100) / 100;
    const base = Math.round((this.height - y) * 100) / 100;
    if (!this.inText) {
      this.out += 'BT\n';
      this.inText = true;
      this.x = 0;
      this.y = 0;
    }
    const font = `/${FONT_RESOURCES[style.face]} ${n(style.size)} Tf\n`;
    if (font !== this.font) {
      this.out += font;
      this.font = font;
      this.fontsUsed.add(FONT_RESOURCES[style.face]);
    }
    if (style.ink !== this.ink) {
      this.out += `${INKS[style.ink]}\n`;
      this.ink = style.ink;
    }
    this.out += `${n(left - this.x)} ${n(base - this.y)} Td[(${line.shown})]TJ\n`;
    this.x = left;
    this.y = base;
  }

  private graphics(operators: string): void {
    this.endText();
    this.out += `${operators}\n`;
  }

  private endText(): void {
    if (!this.inText) return;
    this.out += 'ET\n';
    this.inText = false;
  }
}

let scratch: Buffer = Buffer.allocUnsafe(32 * 1024);

/** A number as a content stream has it: two decimals at most. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
