import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { PlacedWord } from '../../../shared/domain/page-words.ts';

/** A page as pixels, four bytes each: red, green, blue, opacity. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Something that a canvas can draw at any size. */
export interface Drawable {
  readonly width: number;
  readonly height: number;
  /** Draws it on white, `scale` pixels for each of its own. */
  at(scale: number): Raster | Promise<Raster>;
  /** Its own text, where it has any. */
  text?(): Promise<readonly (readonly PlacedWord[])[] | null>;
}

/** How much a drawable is shrunk so that its long side has at most so many pixels; never enlarged beyond `most`. */
export function scaleTo(
  { width, height }: Pick<Drawable, 'width' | 'height'>,
  long: number,
  most = 1,
): number {
  return Math.min(most, long / Math.max(width, height));
}

/** A canvas filled white, at least one pixel each way. */
export function whiteCanvas(width: number, height: number) {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

/** Pixels that were decoded as a whole. */
export function drawableOf({ width, height, data }: Raster): Drawable {
  const whole = createCanvas(width, height);
  whole.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return {
    width,
    height,
    at(scale) {
      const { canvas, context } = whiteCanvas(width * scale, height * scale);
      context.drawImage(whole, 0, 0, canvas.width, canvas.height);
      return context.getImageData(0, 0, canvas.width, canvas.height);
    },
  };
}
