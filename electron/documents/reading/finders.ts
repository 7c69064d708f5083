import type { Raster } from './raster.ts';

/** Where a corner mark of a QR code is: three nested squares, so that any line through its middle is 1 dark, 1 light, 3 dark, 1 light, 1 dark. */
export interface Finder {
  readonly x: number;
  readonly y: number;
  /** Of the mark, in pixels. */
  readonly side: number;
}

/** Marks smaller than this, in pixels, are taken for print. */
const SMALLEST = 16;
/** Every so many rows one is looked at. */
const STEP = 2;
/** Pixels each way that share a threshold between dark and light. */
const BLOCK = 32;
/** A block with less between its darkest and its lightest is of one shade. */
const FLAT = 48;

/**
 * The corner marks on a page, found without any code being read: a torn code still shows one or two of its three.
 * Turned pages make no difference.
 */
export function findersOn(raster: Raster): readonly Finder[] {
  const dark = darkPixels(raster);
  const { width, height } = raster;
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] === 1;
  const found: { x: number; y: number; side: number; lines: number }[] = [];
  for (let y = 0; y < height; y += STEP) {
    const row = y * width;
    // The last five runs: where each began.
    let [a, b, c, d, e] = [-1, -1, -1, -1, -1];
    for (let x = 0, was = 0; x <= width; x++) {
      const is = x < width ? (dark[row + x] ?? 0) : was ^ 1;
      if (is === was) continue;
      if (was === 1 && a >= 0 && e >= 0 && isMark(b - a, c - b, d - c, e - d, x - e)) {
        const mark = confirmed(isDark, (c + d) / 2, y, x - a);
        if (mark !== null) keep(found, mark);
      }
      [a, b, c, d, e] = [b, c, d, e, x];
      was = is;
    }
  }
  return found.filter(({ lines }) => lines > 1).map(({ x, y, side }) => ({ x, y, side }));
}

function keep(found: { x: number; y: number; side: number; lines: number }[], mark: Finder): void {
  const known = found.find(({ x, y, side }) => Math.hypot(x - mark.x, y - mark.y) < side / 3);
  if (known === undefined) found.push({ ...mark, lines: 1 });
  else known.lines += 1;
}

function isMark(...runs: readonly [number, number, number, number, number]): boolean {
  const whole = runs.reduce((sum, run) => sum + run, 0);
  if (whole < SMALLEST) return false;
  const unit = whole / 7;
  return runs.every((run, at) => Math.abs(run - (at === 2 ? 3 : 1) * unit) < (at === 2 ? 1.5 : 0.7) * unit);
}

/** Looks along the other three directions too, from a middle that is found again across the row. */
function confirmed(
  isDark: (x: number, y: number) => boolean,
  x: number,
  y: number,
  side: number,
): Finder | null {
  const down = across(isDark, Math.floor(x), y, 0, 1, side);
  if (down === null) return null;
  const middle = Math.round(y + (down.after - down.before) / 2);
  const right = across(isDark, Math.floor(x), middle, 1, 0, side);
  if (right === null) return null;
  const centre = Math.round(x + (right.after - right.before) / 2);
  if (Math.max(down.whole, right.whole) > 1.4 * Math.min(down.whole, right.whole)) return null;
  if (across(isDark, centre, middle, 1, 1, side) === null) return null;
  if (across(isDark, centre, middle, 1, -1, side) === null) return null;
  return { x: centre, y: middle, side: (down.whole + right.whole) / 2 };
}

/** The five runs on a line through a point, or null where they are none of a mark. */
function across(
  isDark: (x: number, y: number) => boolean,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  most: number,
): { readonly before: number; readonly after: number; readonly whole: number } | null {
  const runsTo = (sign: number): readonly [number, number, number] | null => {
    const runs: [number, number, number] = [0, 0, 0];
    let at = 1;
    for (let run = 0; run < 3; run++) {
      const wanted = run !== 1;
      while (isDark(x + sign * at * stepX, y + sign * at * stepY) === wanted) {
        runs[run] = (runs[run] ?? 0) + 1;
        at += 1;
        if (at > most) return null;
      }
    }
    return runs;
  };
  if (!isDark(x, y)) return null;
  const [back, on] = [runsTo(-1), runsTo(1)];
  if (back === null || on === null) return null;
  const middle = back[0] + on[0] + 1;
  if (!isMark(back[2], back[1], middle, on[1], on[2])) return null;
  return { before: back[0], after: on[0], whole: back[2] + back[1] + middle + on[1] + on[2] };
}

/** 1 for a dark pixel, by the shades around it: a shadow over a page or grey paper makes no difference. */
function darkPixels({ width, height, data }: Raster): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++)
    grey[at] = ((data[4 * at] ?? 0) * 3 + (data[4 * at + 1] ?? 0) * 6 + (data[4 * at + 2] ?? 0)) / 10;
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const limits = new Float32Array(across * down);
  for (let by = 0; by < down; by++)
    for (let bx = 0; bx < across; bx++) limits[by * across + bx] = limitOf(grey, width, height, bx, by);
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * across;
    for (let x = 0; x < width; x++)
      dark[y * width + x] = (grey[y * width + x] ?? 255) < (limits[row + (x >> 5)] ?? 0) ? 1 : 0;
  }
  return dark;
}

/** Of a block and its neighbours; a block of one shade is light, or dark where it is nearly black. */
function limitOf(grey: Uint8Array, width: number, height: number, bx: number, by: number): number {
  let [least, most] = [255, 0];
  const [right, bottom] = [Math.min(width, (bx + 2) * BLOCK), Math.min(height, (by + 2) * BLOCK)];
  for (let y = Math.max(0, (by - 1) * BLOCK); y < bottom; y += 3)
    for (let x = Math.max(0, (bx - 1) * BLOCK); x < right; x += 3) {
      const shade = grey[y * width + x] ?? 0;
      if (shade < least) least = shade;
      if (shade > most) most = shade;
    }
  return most - least < FLAT ? 90 : (least + most) / 2;
}
