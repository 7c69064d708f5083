import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { CODES_ON_A_COVER } from '../../../shared/domain/case-code.ts';
import { type Finder, findersOn } from './finders.ts';
import { type Drawable, type Raster, scaleTo } from './raster.ts';
import type { PageReading } from './reading.ts';

/** What begins the text of every code that this office prints. */
const OURS = /^ST\d/;

/** Long sides of a page in pixels at which it is searched, one after the other until a code is found: about 150, 250 and 100 dpi of a letter. */
const LONG_SIDES = [1700, 2800, 1150] as const;
/** A PDF's page has 72 units an inch, and is drawn as large as that takes. */
const ENLARGED = 40;

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  returnErrors: true,
  maxNumberOfSymbols: 16,
};

let prepared: Promise<unknown> | null = null;

/** Hands the decoder its own file, which it would otherwise fetch from the network. */
async function prepare(): Promise<void> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    (bytes) =>
      prepareZXingModule({
        overrides: { wasmBinary: new Uint8Array(bytes).buffer },
        fireImmediately: true,
      }),
  );
  await prepared;
}

/** The codes on a page, searched at several scales; rotation and a page upside down make no difference to a QR code. */
export async function readPage(page: Drawable): Promise<PageReading> {
  await prepare();
  const codes = new Set<string>();
  // Symbols seen, those read and those of ours, each at the scale that shows most of them: one that is seen and never read is damaged.
  let [seen, read, ours] = [0, 0, 0];
  let stray = 0;
  let [blank, damaged] = [false, false];
  for (const long of LONG_SIDES) {
    const raster = await page.at(scaleTo(page, long, ENLARGED));
    const first = long === LONG_SIDES[0];
    if (first) {
      const share = darkShare(raster);
      blank = share < DUST;
      if (share > BLACK) return { codes: [], damaged: true, blank };
    }
    if (blank) break;
    // Only its three fields are looked at.
    const found = await readBarcodes(raster as ImageData, OPTIONS);
    const valid = found.filter(({ isValid }) => isValid);
    const own = valid.filter(({ text }) => OURS.test(text));
    for (const { text } of own) codes.add(text);
    if (first) stray = findersOn(raster).filter((mark) => !valid.some((one) => isIn(one, mark))).length;
    const torn = found.filter((one) => !one.isValid && !isMixed(one, valid));
    seen = Math.max(seen, valid.length + placesOf(torn.map(boxOf)));
    read = Math.max(read, valid.length);
    ours = Math.max(ours, own.length);
    damaged = isDamaged({ distinct: codes.size, ours, torn: Math.max(seen - read, Math.ceil(stray / 3)) });
    if (codes.size > 0 && !damaged) break;
  }
  return { codes: [...codes], damaged, blank };
}

/**
 * A code that cannot be read leaves it open whose the page is; but a cover sheet has its code several times, so that on a sheet with several
 * whole ones of one text a torn one is taken for another of the same.
 */
function isDamaged({
  distinct,
  ours,
  torn,
}: {
  readonly distinct: number;
  readonly ours: number;
  readonly torn: number;
}): boolean {
  return torn > 0 && !(distinct === 1 && ours >= 2 && ours + torn <= CODES_ON_A_COVER);
}

/** Whether a code that was not read is none: made of the corner marks of several that were. A mark that is of none of them shows as stray. */
function isMixed({ position }: ReadResult, valid: readonly ReadResult[]): boolean {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  // Marks that make no square have no place.
  if (corners.every(({ x, y }) => x === 0 && y === 0)) return valid.length > 0;
  return corners.filter((corner) => valid.some((one) => isIn(one, { ...corner, side: 0 }))).length > 1;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ position }: ReadResult): Box {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** How many boxes there are, those that overlap counted as one: a torn code is tried in several ways. */
function placesOf(boxes: readonly Box[]): number {
  const apart: Box[] = [];
  for (const box of boxes) {
    const at = apart.findIndex(
      (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom,
    );
    const one = apart[at];
    if (one === undefined) apart.push(box);
    else
      apart[at] = {
        ...{ left: Math.min(box.left, one.left), right: Math.max(box.right, one.right) },
        ...{ top: Math.min(box.top, one.top), bottom: Math.max(box.bottom, one.bottom) },
      };
  }
  return apart.length;
}

/** Whether a corner mark is one of a code that was read, with a mark's side to spare. */
function isIn(code: ReadResult, { x, y, side }: Finder): boolean {
  const { left, right, top, bottom } = boxOf(code);
  return x > left - side && x < right + side && y > top - side && y < bottom + side;
}

/** Every so many pixels each way one is looked at. */
const STEP = 3;
/** What is darker than this, of 255, is ink or pencil. */
const PAPER = 170;
/** A back that shows nothing but dust. */
const DUST = 0.0004;
/** A page so dark that nothing can be read on it. */
const BLACK = 0.75;

function darkShare({ width, height, data }: Raster): number {
  let [dark, seen] = [0, 0];
  for (let y = 0; y < height; y += STEP)
    for (let x = 0; x < width; x += STEP) {
      const at = 4 * (y * width + x);
      seen += 1;
      if (((data[at] ?? 0) * 3 + (data[at + 1] ?? 0) * 6 + (data[at + 2] ?? 0)) / 10 < PAPER) dark += 1;
    }
  return dark / Math.max(1, seen);
}
