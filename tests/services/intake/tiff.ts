import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Bytes of a directory with so many entries, each of 12. */
const ENTRIES = 9;
const DIRECTORY = 2 + ENTRIES * 12 + 4;
const HEADER = 8;
const [SHORT, LONG] = [3, 4];

/** Pictures as the pages of one grey TIFF, uncompressed, as scanners without a feeder for PDF write them. */
export async function tiffOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const pages: { readonly width: number; readonly height: number; readonly grey: Buffer }[] = [];
  for (const picture of pictures) {
    const image = await loadImage(picture);
    const { width, height } = image;
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    pages.push({ width, height, grey: Buffer.from(data.filter((_, at) => at % 4 === 0)) });
  }
  const header = Buffer.from([0x49, 0x49, 42, 0, HEADER, 0, 0, 0]);
  const parts: Buffer[] = [header];
  let at = HEADER;
  pages.forEach(({ width, height, grey }, index) => {
    const next = index === pages.length - 1 ? 0 : at + DIRECTORY + grey.length;
    const entries = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, at + DIRECTORY],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, grey.length],
    ] as const;
    const directory = Buffer.alloc(DIRECTORY);
    directory.writeUInt16LE(ENTRIES, 0);
    entries.forEach(([tag, type, value], entry) => {
      const from = 2 + entry * 12;
      directory.writeUInt16LE(tag, from);
      directory.writeUInt16LE(type, from + 2);
      directory.writeUInt32LE(1, from + 4);
      directory.writeUInt32LE(value, from + 8);
    });
    directory.writeUInt32LE(next, DIRECTORY - 4);
    parts.push(directory, grey);
    at += DIRECTORY + grey.length;
  });
  return Buffer.concat(parts);
}
