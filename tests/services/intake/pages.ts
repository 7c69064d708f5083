import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import { chance } from './mutate.ts';

/** A page made for a test. Lengths in inches of a US Letter page. */
export interface PageDrawing {
  /** Texts of QR codes, an inch wide, from the top right downwards. */
  readonly codes?: readonly string[];
  readonly words?: readonly string[];
  readonly degrees?: number;
  readonly dpi?: number;
  /** Covers so much of the first code's lower part with white, from 0 to 1. */
  readonly torn?: number;
  /** Grey of the paper, 255 = white. */
  readonly paper?: number;
  /** Copied on a copier so many times: grain, fatter lines, and only black and white. */
  readonly copied?: number;
}

const WORDS = ['Certificate of completion', 'Infection control, 4 hours', 'Given on 3 March 2024'];

/** A page as a picture file. */
export function drawPage(page: PageDrawing, type: 'png' | 'jpeg'): Buffer {
  const dpi = page.dpi ?? 110;
  const onItsSide = Math.abs(page.degrees ?? 0) === 90;
  const [long, short] = [Math.round(11 * dpi), Math.round(8.5 * dpi)];
  const [width, height] = onItsSide ? [long, short] : [short, long];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const paper = page.paper ?? 255;
  context.fillStyle = `rgb(${paper} ${paper} ${paper})`;
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(((page.degrees ?? 0) * Math.PI) / 180);
  context.translate(-short / 2, -long / 2);
  context.scale(dpi, dpi);
  context.fillStyle = '#111';
  // Lines of writing, as bars: a page needs no font to be a page.
  (page.words ?? WORDS).forEach((word, at) => {
    context.fillRect(1, 2 + at * 0.4, word.length * 0.09, 0.12);
  });
  page.codes?.forEach((text, at) => {
    const { data } = encode(text);
    const module = 1 / data.length;
    const [left, top] = [6.3, 1 + at * 1.6];
    data.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) context.fillRect(left + x * module, top + y * module, module * 1.02, module * 1.02);
      });
    });
  });
  if (page.torn !== undefined) {
    context.fillStyle = '#fff';
    context.fillRect(6.2, 2 - page.torn, 1.4, page.torn + 0.2);
  }
  for (let copy = 1; copy <= (page.copied ?? 0); copy++) copyOnce(canvas, copy);
  return type === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 85);
}

/** What a copier makes of a sheet: lines a pixel fatter, specks, and nothing between black and white. */
function copyOnce(canvas: Canvas, seed: number): void {
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  const before = context.getImageData(0, 0, width, height);
  const after = context.createImageData(width, height);
  const next = chance(seed);
  const shade = (x: number, y: number) => before.data[4 * (y * width + Math.min(x, width - 1))] ?? 255;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const speck = next() < 0.003 ? 90 : 0;
      const ink = Math.min(shade(x, y), shade(x + 1, y)) - speck < 150 ? 0 : 255;
      after.data.set([ink, ink, ink, 255], 4 * (y * width + x));
    }
  context.putImageData(after, 0, 0);
}

export function writePage(folder: string, name: string, page: PageDrawing): string {
  const file = join(folder, name);
  writeFileSync(file, drawPage(page, 'png'));
  return file;
}

/** Pages one after the other in one PDF, as a scanner makes it. */
export function writeBatch(folder: string, name: string, pages: readonly PageDrawing[]): Promise<string> {
  return writePictures(
    folder,
    name,
    pages.map((page) => drawPage(page, 'jpeg')),
  );
}

/** The same of pictures that are there already. */
export async function writePictures(
  folder: string,
  name: string,
  pictures: readonly Buffer[],
): Promise<string> {
  const document = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const picture of pictures) {
    document.addPage({ size: 'LETTER', margin: 0 });
    document.image(picture, 0, 0, { width: 612, height: 792 });
  }
  document.end();
  await ended;
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat(parts));
  return file;
}

export const cover = (audit: number, activity: number | null = null): PageDrawing => ({
  codes: [caseCodeText({ audit, activity })],
});
export const PROOF: PageDrawing = {};
export const BLANK: PageDrawing = { words: [] };
