import type { PDFPageProxy } from 'pdfjs-dist';
import type { Corner, PlacedWord, Quad } from '../../../shared/domain/page-words.ts';

/** A page with fewer letters has no text of its own: a scanner's stamp, or a page number. */
const LETTERS = 20;

/** The text that a PDF's page holds itself, hidden or not; null where it holds none worth the name. */
export async function textLayer(page: PDFPageProxy): Promise<readonly (readonly PlacedWord[])[] | null> {
  const { items } = await page.getTextContent();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const share = (x: number, y: number): Corner => [(a * x + c * y + e) / width, (b * x + d * y + f) / height];
  const lines: PlacedWord[][] = [];
  let line: PlacedWord[] = [];
  let base = 0;
  let letters = 0;
  const endLine = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    const words = placed(item.str, item.transform as readonly number[], item.width, item.height, share);
    const first = words[0];
    if (first !== undefined) {
      letters += item.str.length;
      const middle = (first.at[0][1] + first.at[3][1]) / 2;
      // A table's cells may come in any order: what lies on the same height is one line.
      if (line.length > 0 && Math.abs(middle - base) > 0.004) endLine();
      if (line.length === 0) base = middle;
      line.push(...words);
    }
    if (item.hasEOL) endLine();
  }
  endLine();
  return letters < LETTERS ? null : lines;
}

/** The words of one piece of text, each as wide as its letters' share of the piece. */
function placed(
  text: string,
  [a = 1, b = 0, , , x = 0, y = 0]: readonly number[],
  width: number,
  height: number,
  share: (x: number, y: number) => Corner,
): readonly PlacedWord[] {
  const size = Math.hypot(a, b) || 1;
  const [ux, uy] = [a / size, b / size];
  // Perpendicular to the line of writing, upwards.
  const [vx, vy] = [-uy, ux];
  const deep = height * 0.25;
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const from = (width * index) / text.length;
    const to = (width * (index + word.length)) / text.length;
    const corner = (along: number, up: number) => share(x + ux * along + vx * up, y + uy * along + vy * up);
    const at: Quad = [corner(from, height), corner(to, height), corner(to, -deep), corner(from, -deep)];
    return { text: word, at };
  });
}
