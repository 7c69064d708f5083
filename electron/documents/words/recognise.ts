import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Corner, PlacedLines, PlacedWord, Quad } from '../../../shared/domain/page-words.ts';
import type { Raster } from '../reading/raster.ts';

/**
 * The words in a picture, by tesseract.js with English language data from its package: nothing is fetched. Runs only in the reading process.
 */

type Recogniser = Awaited<ReturnType<typeof begun>>;
let recogniser: Promise<Recogniser> | null = null;

async function begun() {
  const { createWorker, OEM } = await import('tesseract.js');
  const { resolve } = createRequire(import.meta.url);
  const language = join(dirname(resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  return createWorker('eng', OEM.LSTM_ONLY, { langPath: language, gzip: true, cacheMethod: 'none' });
}

/** Surer than this, of 100, and a page is not tried the other way up. */
const SURE = 65;
/** Fewer, and the page is a drawing or handwriting whichever way up: printed words give many letters, if wrong ones. */
const LETTERS = 30;
/** Less sure than this, and a word is more likely a speck or a line. */
const WORD = 25;

/** The words of a page, whichever way up it lies. */
export async function recognise(raster: Raster): Promise<PlacedLines> {
  recogniser ??= begun();
  const worker = await recogniser;
  let best: Recognised = { lines: [], letters: 0, sure: -1 };
  // Upside down is the common mistake at a feeder; on its side comes from a camera.
  for (const quarters of [0, 2, 1, 3]) {
    const turned = await recogniseTurned(worker, raster, quarters);
    if (turned.sure > best.sure) best = turned;
    if (best.sure >= SURE || best.letters < LETTERS) break;
  }
  return { source: 'recognised', lines: best.lines };
}

interface Recognised {
  readonly lines: readonly (readonly PlacedWord[])[];
  readonly letters: number;
  /** Mean over the letters, of 100; 0 for a page without words. */
  readonly sure: number;
}

async function recogniseTurned(worker: Recogniser, raster: Raster, quarters: number): Promise<Recognised> {
  const { png, width, height } = turnedPicture(raster, quarters);
  const { data } = await worker.recognize(png, { rotateAuto: true }, { blocks: true, text: false });
  const askew = data.rotateRadians ?? 0;
  const lines: PlacedWord[][] = [];
  let [letters, sure] = [0, 0];
  for (const { words } of (data.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.lines),
  )) {
    const line: PlacedWord[] = [];
    for (const { text, confidence, bbox } of words) {
      letters += text.length;
      sure += confidence * text.length;
      if (text.trim() === '') continue;
      const corners = [
        [bbox.x0, bbox.y0],
        [bbox.x1, bbox.y0],
        [bbox.x1, bbox.y1],
        [bbox.x0, bbox.y1],
      ] as const;
      const onPage = corners.map((corner) => {
        const [x, y] = swung(corner, askew, width, height);
        return turnedBack([x / width, y / height], quarters);
      });
      line.push({
        text: text.trim(),
        at: onPage as unknown as Quad,
        ...(confidence < WORD ? { faint: true } : {}),
      });
    }
    if (line.length > 0) lines.push(line);
  }
  return { lines, letters, sure: letters === 0 ? 0 : sure / letters };
}

/** Undoes the straightening of a page, which turns it about its middle. */
function swung([x, y]: Corner, radians: number, width: number, height: number): Corner {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
}

/** Undoes quarter turns clockwise. */
function turnedBack([x, y]: Corner, quarters: number): Corner {
  if (quarters === 0) return [x, y];
  return turnedBack([y, 1 - x], quarters - 1);
}

function turnedPicture({ width, height, data }: Raster, quarters: number) {
  const flat = createCanvas(width, height);
  const pixels = flat.getContext('2d').createImageData(width, height);
  pixels.data.set(data);
  flat.getContext('2d').putImageData(pixels, 0, 0);
  if (quarters === 0) return { png: flat.toBuffer('image/png'), width, height };
  const [wide, high] = quarters % 2 === 0 ? [width, height] : [height, width];
  const turned = createCanvas(wide, high);
  const context = turned.getContext('2d');
  context.translate(wide / 2, high / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(flat, -width / 2, -height / 2);
  return { png: turned.toBuffer('image/png'), width: wide, height: high };
}
