import UTIF from 'utif2';
import { type OpenDocument, refuseLarge, UnreadableDocument } from './open-document.ts';
import { drawableOf } from './raster.ts';
import type { ReadingLimits } from './reading.ts';

const WIDTH = 't256';
const HEIGHT = 't257';

/** The pages of a TIFF, as scanners write them: black and white by fax codes, grey or colour. @throws UnreadableDocument */
export function openTiff(bytes: Buffer, limits: ReadingLimits): OpenDocument {
  const directories = attempt(() => UTIF.decode(bytes));
  const pages = directories.filter((directory) => sizeOf(directory) !== null);
  return {
    pages: pages.length,
    async page(page) {
      const directory = pages[page - 1];
      const size = directory === undefined ? null : sizeOf(directory);
      if (directory === undefined || size === null) throw new UnreadableDocument('broken');
      refuseLarge(size, limits);
      const { width, height } = size;
      const pixels = attempt(() => {
        UTIF.decodeImage(bytes, directory);
        return UTIF.toRGBA8(directory);
      });
      if (pixels.length !== width * height * 4) throw new UnreadableDocument('broken');
      return drawableOf({
        width,
        height,
        data: new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length),
      });
    },
    close: async () => undefined,
  };
}

function sizeOf(directory: UTIF.IFD): { readonly width: number; readonly height: number } | null {
  const [width, height] = [number(directory[WIDTH]), number(directory[HEIGHT])];
  return width === null || height === null ? null : { width, height };
}

function number(field: unknown): number | null {
  const value: unknown = Array.isArray(field) ? field[0] : field;
  return typeof value === 'number' && value > 0 ? value : null;
}

function attempt<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw new UnreadableDocument('broken');
  }
}
