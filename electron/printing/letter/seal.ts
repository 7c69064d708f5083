import type { Content, Style } from '../pdf/content.ts';

// A circle of four Bézier curves: the distance of their handles for radius 1.
const HANDLE = 0.5523;

/**
 * The default mark of an office that has set no logo: its initials in a ring, drawn as vectors. Fits a square
 * of `side` points with its top left at (x, y). Returns its width.
 */
export function drawSeal(content: Content, officeName: string, x: number, y: number, side: number): number {
  const radius = side / 2;
  // Page coordinates, y up, as raw operators have them.
  const cx = x + radius;
  const cy = 792 - y - radius;
  content.raw(
    [
      'q 0.106 0.227 0.361 rg',
      `${circle(cx, cy, radius)} f`,
      `1 G 0.8 w ${circle(cx, cy, radius * 0.86)} S`,
      `0.5 w [0.9 1.35] 0 d ${circle(cx, cy, radius * 0.93)} S`,
      'Q',
    ].join('\n'),
  );
  const initials = initialsOf(officeName);
  const size = initials.length > 2 ? radius * 0.66 : radius * 0.84;
  const style: Style = { face: 'textBold', size, ink: 'white' };
  content.text(style, x + radius, y + radius + size * 0.335, initials, 'center');
  return side;
}

/** The first letters of up to three words that matter. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words
    .slice(0, 3)
    .map((word) => word.charAt(0))
    .join('');
}

function circle(cx: number, cy: number, r: number): string {
  const h = r * HANDLE;
  const point = (x: number, y: number) => `${round(cx + x)} ${round(cy + y)}`;
  return [
    `${point(r, 0)} m`,
    `${point(r, h)} ${point(h, r)} ${point(0, r)} c`,
    `${point(-h, r)} ${point(-r, h)} ${point(-r, 0)} c`,
    `${point(-r, -h)} ${point(-h, -r)} ${point(0, -r)} c`,
    `${point(h, -r)} ${point(r, -h)} ${point(r, 0)} c h`,
  ].join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
