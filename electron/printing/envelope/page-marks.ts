import type { Area } from '../../../shared/domain/envelope.ts';
import type { PageMark } from '../../../shared/domain/tap-test.ts';
import { Content } from '../pdf/content.ts';
import { SharedResources } from '../pdf/forms.ts';
import type { FaceName } from '../type/face.ts';
import type { Typesetter } from '../type/typesetter.ts';
import { type Operand, operations } from './operators.ts';

/** Shared resources that remember what each form draws, so that a page can be read back. */
export class WatchedResources extends SharedResources {
  readonly drawn = new Map<string, string>();

  override form(name: string, height: 0 | 792, draw: (content: Content) => void): string {
    if (!this.drawn.has(name)) {
      const content = new Content(this.setters, height);
      draw(content);
      this.drawn.set(name, latin1(content.bytes()));
    }
    return super.form(name, height, draw);
  }
}

/** a b c d e f of PDF 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const TOP = 792;

/**
 * What stands on a page, read from the page's own content: each text with the ink of its characters, and each drawing's box, in inches
 * from the sheet's top left.
 */
export function pageMarks(content: Uint8Array, resources: WatchedResources): readonly PageMark[] {
  const marks: PageMark[] = [];
  readContent(latin1(content), SAME, resources, marks);
  return marks;
}

function readContent(content: string, base: Matrix, resources: WatchedResources, marks: PageMark[]): void {
  const saved: Matrix[] = [];
  let matrix = base;
  let face: FaceName = 'plain';
  let size = 0;
  let line = { x: 0, y: 0 };
  let path: Area | null = null;
  for (const { operator, operands } of operations(content)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map((one) =>
      typeof one === 'number' ? one : 0,
    );
    switch (operator) {
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? base;
        break;
      case 'cm':
        matrix = product([a, b, c, d, e, f], matrix);
        break;
      case 'BT':
        line = { x: 0, y: 0 };
        break;
      case 'Tf':
        face = FACES[String(operands[0])] ?? face;
        size = b;
        break;
      case 'Td':
        line = { x: line.x + a, y: line.y + b };
        break;
      case 'TJ':
        marks.push(textMark(operands[0] ?? [], resources.setters[face], size, line, matrix));
        break;
      case 'Do': {
        const name = String(operands[0]);
        const form = resources.drawn.get(name);
        const image = widened(widened(null, matrix, 0, 0), matrix, 1, 1);
        if (form === undefined) marks.push({ kind: 'drawing', text: '', area: image });
        else readContent(form, matrix, resources, marks);
        break;
      }
      case 're':
        path = widened(widened(path, matrix, a, b), matrix, a + c, b + d);
        break;
      case 'm':
      case 'l':
        path = widened(path, matrix, a, b);
        break;
      case 'c':
        path = widened(widened(widened(path, matrix, a, b), matrix, c, d), matrix, e, f);
        break;
      case 'f':
      case 'f*':
      case 'S':
      case 's':
      case 'B':
        if (path !== null) marks.push({ kind: 'drawing', text: '', area: path });
        path = null;
        break;
      case 'n':
        path = null;
        break;
      default:
        break;
    }
  }
}

const FACES: Readonly<Record<string, FaceName>> = {
  F1: 'text',
  F2: 'textBold',
  F3: 'textItalic',
  F4: 'plain',
  F5: 'plainBold',
};

function textMark(
  shown: Operand,
  setter: Typesetter,
  size: number,
  start: { readonly x: number; readonly y: number },
  matrix: Matrix,
): PageMark {
  const { font } = setter.face;
  const unit = size / font.unitsPerEm;
  const characters: { text: string; area: Area }[] = [];
  let { x } = start;
  for (const part of Array.isArray(shown) ? shown : [shown]) {
    if (typeof part === 'number') x -= (part * size) / 1000;
    if (typeof part !== 'object' || !('bytes' in part)) continue;
    for (let at = 0; at < part.bytes.length; at += 2) {
      const id = part.bytes.charCodeAt(at) * 256 + part.bytes.charCodeAt(at + 1);
      const glyph = font.getGlyph(id);
      const { minX, minY, maxX, maxY } = glyph.bbox;
      const text = setter.used.get(id) ?? '';
      const empty = text.trim() === '';
      const low = { x: x + (empty ? 0 : minX * unit), y: start.y + (empty ? 0 : minY * unit) };
      const high = { x: x + (empty ? 0 : maxX * unit), y: start.y + (empty ? 0 : maxY * unit) };
      const area = widened(widened(null, matrix, low.x, low.y), matrix, high.x, high.y);
      characters.push({ text, area });
      x += glyph.advanceWidth * unit;
    }
  }
  const baseline = (TOP - (matrix[3] * start.y + matrix[5])) / 72;
  const text = characters.map((one) => one.text).join('');
  return { kind: 'text', text, characters, size: (size * matrix[3]) / 72, baseline };
}

/** A box that holds a point as well, in inches from the sheet's top left. */
function widened(area: Area | null, [a, b, c, d, e, f]: Matrix, x: number, y: number): Area {
  const px = (a * x + c * y + e) / 72;
  const py = (TOP - (b * x + d * y + f)) / 72;
  if (area === null) return { left: px, top: py, right: px, bottom: py };
  return {
    left: Math.min(area.left, px),
    top: Math.min(area.top, py),
    right: Math.max(area.right, px),
    bottom: Math.max(area.bottom, py),
  };
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
