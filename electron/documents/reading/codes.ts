import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
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
  // Symbols seen and symbols read, each at the scale that shows most of them: one that is seen and never read is damaged.
  let [seen, read] = [0, 0];
  let blank = false;
  for (const long of LONG_SIDES) {
    const raster = await page.at(scaleTo(page, long, ENLARGED));
    if (long === LONG_SIDES[0]) blank = isBlank(raster);
    if (blank) break;
    // Only its three fields are looked at.
    const found = await readBarcodes(raster as ImageData, OPTIONS);
    const valid = found.filter(({ isValid }) => isValid);
    for (const { text } of valid) if (OURS.test(text)) codes.add(text);
    seen = Math.max(seen, found.length);
    read = Math.max(read, valid.length);
    if (codes.size > 0 && seen === read) break;
  }
  return { codes: [...codes], damaged: seen > read, blank };
}

/** Every so many pixels each way one is looked at. */
const STEP = 3;
/** What is darker than this, of 255, is ink or pencil. */
const PAPER = 170;
/** A back that shows nothing but dust. */
const DUST = 0.0004;

function isBlank({ width, height, data }: Raster): boolean {
  let [dark, seen] = [0, 0];
  for (let y = 0; y < height; y += STEP)
    for (let x = 0; x < width; x += STEP) {
      const at = 4 * (y * width + x);
      seen += 1;
      if (((data[at] ?? 0) * 3 + (data[at + 1] ?? 0) * 6 + (data[at + 2] ?? 0)) / 10 < PAPER) dark += 1;
    }
  return dark < seen * DUST;
}
