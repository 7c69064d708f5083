import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PlacedLines } from '../../../shared/domain/page-words.ts';
import { recognise } from '../words/recognise.ts';
import { readPage } from './codes.ts';
import { PROCESS_MEGABYTES, TOO_MUCH_MEMORY } from './memory.ts';
import { type OpenDocument, openDocument, UnreadableDocument } from './open-document.ts';
import { scaleTo, whiteCanvas } from './raster.ts';
import type { PictureSize, Reading, ReadingMessage, ReadingOrder } from './reading.ts';

/**
 * The reading process: whatever a document does to it, the program that started it goes on. Started by plain Node (fork) or by Electron
 * (utilityProcess), and told one document at a time.
 */

/** Long side in pixels of a page shown on the screen. */
const SHOWN: Readonly<Record<PictureSize, number>> = { whole: 1500, small: 360 };
/** … of a page whose words are looked for: 200 dpi of a letter. */
const LEGIBLE = 2200;
/** A PDF's page has 72 units an inch, and is drawn as large as that takes. */
const ENLARGED = 40;

interface Port {
  on(event: 'message', listener: (event: { data: ReadingOrder }) => void): void;
  postMessage(message: ReadingMessage): void;
}

// Electron gives its helper processes a port; plain Node has none.
const port = (process as { parentPort?: Port }).parentPort;

function answer(message: ReadingMessage): void {
  if (port === undefined) process.send?.(message);
  else port.postMessage(message);
}

function carryOut(order: ReadingOrder): Promise<void> {
  switch (order.what) {
    case 'codes':
      return readCodes(order);
    case 'words':
      return readWords(order);
    case 'picture':
      return drawPage(order);
  }
}

async function readCodes(order: ReadingOrder): Promise<void> {
  const { id } = order;
  const reading = await whileOpen<Reading>(order, async (document) => {
    const pages = [];
    for (let page = 1; page <= document.pages; page++) {
      pages.push(await readPage(await document.page(page)));
      answer({ id, page });
    }
    return { pages };
  }).catch((error: unknown): Reading => ({ unreadable: whyOf(error) }));
  answer({ id, reading });
}

async function drawPage(order: ReadingOrder & { readonly what: 'picture' }): Promise<void> {
  // A page of a document with too many can still be looked at.
  const limits = { ...order.limits, pages: Number.POSITIVE_INFINITY };
  const picture = await whileOpen({ ...order, limits }, async (document) => {
    const page = await document.page(order.page);
    const raster = await page.at(scaleTo(page, SHOWN[order.size], ENLARGED));
    const { canvas, context } = whiteCanvas(raster.width, raster.height);
    const pixels = context.createImageData(raster.width, raster.height);
    pixels.data.set(raster.data);
    context.putImageData(pixels, 0, 0);
    context.fillStyle = '#000';
    for (const quad of order.covered) {
      context.beginPath();
      for (const [x, y] of quad) context.lineTo(x * canvas.width, y * canvas.height);
      context.fill();
    }
    return (await canvas.encode('jpeg', 85)).toString('base64');
  }).catch(() => null);
  answer({ id: order.id, picture });
}

async function readWords(order: ReadingOrder & { readonly what: 'words' }): Promise<void> {
  const words = await whileOpen<PlacedLines | null>(order, async (document) => {
    const page = await document.page(order.page);
    const lines = (await page.text?.()) ?? null;
    if (lines !== null) return { source: 'text', lines };
    return order.recognise ? recognise(await page.at(scaleTo(page, LEGIBLE, ENLARGED))) : null;
  }).catch(() => null);
  answer({ id: order.id, words });
}

async function whileOpen<T>(
  { file, type, limits }: ReadingOrder,
  use: (document: OpenDocument) => Promise<T>,
): Promise<T> {
  const document = await openDocument(file, type, limits);
  try {
    return await use(document);
  } finally {
    await document.close();
  }
}

function whyOf(error: unknown): Extract<Reading, { unreadable: unknown }>['unreadable'] {
  return error instanceof UnreadableDocument ? error.why : 'broken';
}

if (port === undefined) {
  process.on('message', (order: ReadingOrder) => void carryOut(order));
  // Whoever asked was killed: nobody waits for this any more.
  process.once('disconnect', () => process.exit());
} else port.on('message', ({ data }) => void carryOut(data));

/** The program of the guard: its bundle, or its source where nothing is bundled. */
const guard = ['./memory-guard.js', './memory-guard.ts']
  .map((name) => new URL(name, import.meta.url))
  .find((url) => existsSync(fileURLToPath(url)));
if (guard !== undefined)
  new Worker(guard, {
    workerData: { megabytes: Number(process.argv[2] ?? PROCESS_MEGABYTES), word: TOO_MUCH_MEMORY },
  }).unref();
