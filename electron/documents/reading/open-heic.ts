import heic from 'heic-decode';
import { type OpenDocument, refuseLarge, UnreadableDocument } from './open-document.ts';
import { drawableOf } from './raster.ts';
import type { ReadingLimits } from './reading.ts';

/**
 * A HEIC photo as phones take it, turned as its camera was held; of several pictures in one file, each is a page. libheif, which decodes it, stays a
 * package of its own (LGPL-3.0) that can be replaced.
 * @throws UnreadableDocument
 */
export async function openHeic(bytes: Buffer, limits: ReadingLimits): Promise<OpenDocument> {
  const images = await heic.all({ buffer: bytes }).catch(() => {
    throw new UnreadableDocument('broken');
  });
  return {
    pages: images.length,
    async page(page) {
      const image = images[page - 1];
      if (image === undefined) throw new UnreadableDocument('broken');
      refuseLarge(image, limits);
      const pixels = await image.decode().catch(() => {
        throw new UnreadableDocument('broken');
      });
      return drawableOf(pixels);
    },
    close: async () => images.dispose(),
  };
}
