import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import UTIF from 'utif2';
import { afterAll, expect, test } from 'vitest';
import { forkedReader } from '../../../electron/documents/reading/forked.ts';
import { pageReader } from '../../../electron/documents/reading/reader.ts';
import {
  READING_LIMITS,
  type ReadingLimits,
  type Unreadable,
} from '../../../electron/documents/reading/reading.ts';
import { typeOfFile } from '../../../electron/documents/reading/type-of.ts';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import { cover, drawPage, PROOF, writeBatch, writePage } from '../../services/intake/pages.ts';
import { tempFolder } from '../../temp-office.ts';

const reader = pageReader(forkedReader);
afterAll(() => reader.close());

/** Made of tests/services/intake/pages.ts by libheif's own encoder: the cover of audit 1. */
const HEIC = join(import.meta.dirname, '..', '..', 'services', 'intake', 'fixtures', 'cover-of-audit-1.heic');
const CODE = caseCodeText({ audit: 12, activity: 7 });

async function read(file: string, limits?: Partial<ReadingLimits>) {
  const type = await typeOfFile(file);
  if (limits === undefined) return { type, reading: await reader.read(file, type) };
  const own = pageReader(forkedReader, { ...READING_LIMITS, ...limits });
  try {
    return { type, reading: await own.read(file, type) };
  } finally {
    own.close();
  }
}

function written(name: string, bytes: string | Uint8Array): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

async function pdf(options: PDFKit.PDFDocumentOptions, pages: number): Promise<Buffer> {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 0; page < pages; page++) document.addPage();
  document.end();
  await ended;
  return Buffer.concat(parts);
}

/** A PNG that says it is as large as that, without the pixels. */
function bomb(width: number, height: number): Buffer {
  const bytes = drawPage(PROOF, 'png');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function tiff(): Promise<Uint8Array> {
  const image = await loadImage(drawPage(cover(12, 7), 'png'));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
  return new Uint8Array(UTIF.encodeImage(new Uint8Array(data), image.width, image.height));
}

test.each([
  ['pdf', async () => writeBatch(tempFolder(), 'a.txt', [cover(12, 7)])],
  ['png', async () => writePage(tempFolder(), 'a.pdf', cover(12, 7))],
  ['jpeg', async () => written('a.png', drawPage(cover(12, 7), 'jpeg'))],
  ['tiff', async () => written('a.jpg', await tiff())],
] as const)('a %s is known by its content and its code is read', async (type, make) => {
  expect(await read(await make())).toEqual({
    type,
    reading: { pages: [{ codes: [CODE], damaged: false, blank: false }] },
  });
});

test('a HEIC photo is known by its content, and its code is read', async () => {
  expect(await read(written('photo.jpg', readFileSync(HEIC)))).toEqual({
    type: 'heic',
    reading: {
      pages: [{ codes: [caseCodeText({ audit: 1, activity: null })], damaged: false, blank: false }],
    },
  });
});

const UNREADABLE: readonly (readonly [string, Unreadable, () => Promise<string | Uint8Array>])[] = [
  ['an encrypted PDF', 'encrypted', () => pdf({ userPassword: 'secret' }, 1)],
  ['a PDF cut off in its middle', 'broken', async () => (await pdf({}, 3)).subarray(0, 300)],
  ['a PNG of which half is missing', 'broken', async () => drawPage(PROOF, 'png').subarray(0, 200)],
  ['a JPEG of which half is missing', 'broken', async () => drawPage(PROOF, 'jpeg').subarray(0, 9000)],
  ['a picture that unpacks to 10,000 million pixels', 'too-large-pages', async () => bomb(100_000, 100_000)],
  ['a word processor’s file', 'unknown-type', async () => 'PK\u0003\u0004'],
  ['a HEIC photo that is cut off', 'broken', async () => readFileSync(HEIC).subarray(0, 1200)],
];

test.each(UNREADABLE)('%s is told apart: %s', async (_name, unreadable, make) => {
  expect((await read(written('file.pdf', await make()))).reading).toEqual({ unreadable });
});

test('more pages than the limit are not read at all', async () => {
  expect((await read(written('many.pdf', await pdf({}, 30)), { pages: 20 })).reading).toEqual({
    unreadable: 'too-many-pages',
  });
});

test('a document over its time is stopped, and the next one is read by a new process', async () => {
  const own = pageReader(forkedReader, { ...READING_LIMITS, pageMs: 1 });
  const file = writePage(tempFolder(), 'a.png', cover(12, 7));
  expect(await own.read(file, 'png')).toEqual({ unreadable: 'too-slow' });
  own.close();
  expect(await reader.read(file, 'png')).toMatchObject({ pages: [{ codes: [CODE] }] });
});

test('a process that dies takes one document with it, not the program', async () => {
  let started = 0;
  const own = pageReader((events) => {
    started += 1;
    const child = forkedReader(events);
    return started > 1 ? child : { ...child, send: () => child.kill() };
  });
  const file = writePage(tempFolder(), 'a.png', cover(12, 7));
  expect(await own.read(file, 'png')).toEqual({ unreadable: 'crashed' });
  expect(await own.read(file, 'png')).toMatchObject({ pages: [{ codes: [CODE] }] });
  own.close();
});

test('reading is cancelled at once', async () => {
  const controller = new AbortController();
  const file = writePage(tempFolder(), 'a.png', cover(12, 7));
  const reading = reader.read(file, 'png', controller.signal);
  controller.abort();
  expect(await reading).toBeNull();
});

/** A JPEG as a telephone held upright writes it: the pixels lie on their side, and say so (EXIF orientation 6). */
function held(jpeg: Buffer): Buffer {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000',
    'hex',
  );
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

test('a photo that says how the telephone was held is shown upright, and its code is read', async () => {
  const lying = drawPage({ ...cover(12, 7), degrees: -90 }, 'jpeg');
  for (const [bytes, upright] of [
    [lying, false],
    [held(lying), true],
  ] as const) {
    const file = written('photo.jpg', bytes);
    expect(await reader.read(file, 'jpeg')).toMatchObject({ pages: [{ codes: [CODE] }] });
    const shown = await loadImage(Buffer.from((await reader.draw(file, 'jpeg', 1)) ?? '', 'base64'));
    expect(shown.height > shown.width).toBe(upright);
  }
});
