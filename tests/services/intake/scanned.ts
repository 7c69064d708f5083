import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { chance } from './mutate.ts';

/** How a sheet lay on the glass. */
export interface Scan {
  readonly degrees: number;
  readonly dpi: 150 | 300;
  /** Share of the pixels that are wrong, as on old glass. */
  readonly noise: number;
  /** How much wider the page became than long, as in a feeder that slips: 0.01 = 1 %. */
  readonly skew: number;
}

/**
 * The pages of a PDF as a scanner would deliver them: grey, turned, skewed, noisy.
 * @param prefix keeps the files of several PDFs in one folder apart
 * @returns a JPEG a page, in their order
 */
export async function scanned(
  pdf: string,
  folder: string,
  dpi: Scan['dpi'],
  scanOf: (page: number) => Scan,
  prefix = '',
): Promise<readonly string[]> {
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', pdf, join(folder, `clean-${prefix}${dpi}`)]);
  const clean = readdirSync(folder)
    .filter((file) => file.startsWith(`clean-${prefix}${dpi}`))
    .toSorted();
  const files: string[] = [];
  for (const [at, page] of clean.entries()) {
    const file = join(folder, `scan-${prefix}${dpi}-${String(at + 1).padStart(3, '0')}.jpg`);
    writeFileSync(file, await laidOnGlass(readFileSync(join(folder, page)), scanOf(at + 1), at + 1));
    files.push(file);
  }
  return files;
}

/** One page as a scanner would deliver it. @returns a JPEG */
export async function laidOnGlass(
  png: Buffer,
  { degrees, noise, skew }: Scan,
  seed: number,
): Promise<Buffer> {
  const image = await loadImage(png);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#e4e4e4';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.transform(1, skew, 0, 1, 0, 0);
  context.globalAlpha = 0.92;
  context.drawImage(image, -width / 2, -height / 2);
  context.setTransform(1, 0, 0, 1, 0, 0);
  const next = chance(seed);
  for (let speck = 0; speck < width * height * noise; speck++) {
    context.fillStyle = next() < 0.5 ? '#222' : '#fff';
    context.fillRect(Math.floor(next() * width), Math.floor(next() * height), 1, 1);
  }
  return canvas.toBuffer('image/jpeg', 75);
}
