import { inflateSync } from 'node:zlib';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { PdfFile } from '../pdf/document.ts';
import type { SharedResources } from '../pdf/forms.ts';
import type { PlacedLogo } from './letterhead.ts';

/** An image that is in the file already: the name of its resource and its size in pixels. */
export type PlacedImage = PlacedLogo;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LARGEST = 4 * 1024 * 1024;

/**
 * Puts the office's logo (PNG or JPEG, base64) into the file. An image with transparency is taken apart in the
 * background; this waits, so that the file's objects always come in the same order.
 * @throws StandingError `bad-logo` when it is no such image.
 */
export async function placeLogo(pdf: PdfFile, shared: SharedResources, base64: string): Promise<PlacedLogo> {
  try {
    return await placed(pdf, shared, 'logo', base64);
  } catch (cause) {
    throw new StandingError(
      'bad-logo',
      'The office’s logo is not a readable PNG or JPEG image of at most 4 MB.',
      'Choose another image in Settings, Office profile.',
      { cause },
    );
  }
}

/** The same for the signature under a letter. @throws StandingError `bad-image` when it is no such image. */
export async function placeImage(
  pdf: PdfFile,
  shared: SharedResources,
  name: string,
  base64: string,
): Promise<PlacedImage> {
  try {
    return await placed(pdf, shared, name, base64);
  } catch (cause) {
    throw new StandingError(
      'bad-image',
      `The ${name} is not a readable PNG or JPEG image of at most 4 MB.`,
      'Choose another image in Settings, Letters.',
      { cause },
    );
  }
}

async function placed(
  pdf: PdfFile,
  shared: SharedResources,
  name: string,
  base64: string,
): Promise<PlacedImage> {
  const bytes = Buffer.from(base64, 'base64');
  checkImage(bytes);
  const image = pdf.image(bytes);
  while (!image.isWritten()) await new Promise((resolve) => setImmediate(resolve));
  shared.image(name, image.object);
  return { name, width: image.width, height: image.height };
}

/** Refuses what pdfkit would trip over later, outside any call that could catch it. */
function checkImage(bytes: Buffer): void {
  if (bytes.length > LARGEST) throw new Error('The image is too large.');
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return;
  if (!bytes.subarray(0, 8).equals(PNG)) throw new Error('The image is neither PNG nor JPEG.');
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width * height === 0 || width * height > 40_000_000)
    throw new Error('The image has an impossible size.');
  inflateSync(Buffer.concat(parts), { maxOutputLength: 400_000_000 });
}
