import { type Canvas, createCanvas, type Image, type SKRSContext2D } from '@napi-rs/canvas';
import type { Drawable } from '../../../electron/documents/reading/raster.ts';
import { chance } from './mutate.ts';

/** What can happen to a sheet between the printer and the glass; each with a number by chance. */
const HARMS: Readonly<Record<string, (context: SKRSContext2D, sheet: Size, next: () => number) => void>> = {
  'a piece torn off along a line': (context, { width, height }, next) => {
    context.save();
    context.translate(width * (0.2 + 0.6 * next()), height * (0.2 + 0.6 * next()));
    context.rotate(2 * Math.PI * next());
    context.fillStyle = '#fff';
    context.beginPath();
    context.moveTo(-3 * width, 0);
    for (let x = -3 * width; x <= 3 * width; x += width / 12)
      context.lineTo(x, (next() - 0.5) * width * 0.03);
    context.lineTo(3 * width, 3 * height);
    context.lineTo(-3 * width, 3 * height);
    context.fill();
    context.restore();
  },
  'spilled on': (context, { width, height }, next) => {
    for (let spot = 0; spot < 3; spot++) {
      context.fillStyle = `rgb(60 40 30 / ${0.5 + 0.45 * next()})`;
      context.beginPath();
      const [wide, high] = [width * (0.1 + 0.25 * next()), height * (0.1 + 0.2 * next())];
      context.ellipse(width * (0.3 + 0.4 * next()), height * (0.3 + 0.4 * next()), wide, high, 0, 0, 7);
      context.fill();
    }
  },
  'written and struck through': (context, { width, height }, next) => {
    context.lineWidth = width * 0.012;
    context.strokeStyle = '#224';
    for (let stroke = 0; stroke < 30; stroke++) {
      context.beginPath();
      context.moveTo(width * next(), height * next());
      context.lineTo(width * next(), height * next());
      context.stroke();
    }
  },
  'under another slip of paper': (context, { width, height }, next) => {
    context.save();
    context.translate(width * (0.25 + 0.5 * next()), height * (0.3 + 0.4 * next()));
    context.rotate(next() - 0.5);
    context.fillStyle = '#f4f4ee';
    context.fillRect(-0.45 * width, -0.3 * height, 0.9 * width, 0.6 * height);
    context.restore();
  },
};

interface Size {
  readonly width: number;
  readonly height: number;
}

export const HARM_NAMES = Object.keys(HARMS);

/** A sheet that something happened to, the same for the same seed. */
export function harmed(sheet: Image, harm: string, seed: number): Canvas {
  const next = chance(seed);
  const { width, height } = sheet;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(((10 * next() - 5) * Math.PI) / 180);
  context.drawImage(sheet, -width / 2, -height / 2);
  context.setTransform(1, 0, 0, 1, 0, 0);
  HARMS[harm]?.(context, { width, height }, next);
  return canvas;
}

/** What the reader draws a page from. */
export function drawable(sheet: Canvas): Drawable {
  const { width, height } = sheet;
  return {
    width,
    height,
    at(scale) {
      const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
      canvas.getContext('2d').drawImage(sheet, 0, 0, canvas.width, canvas.height);
      return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    },
  };
}
