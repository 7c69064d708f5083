import type { Signature } from '../../../shared/domain/stationery.ts';
import type { Content } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/document.ts';
import type { SharedResources } from '../pdf/forms.ts';
import { type PlacedImage, placeImage } from './logo.ts';
import { type Density, LEFT } from './styles.ts';

/** A signature that is in the file already. */
export interface PlacedSignature {
  readonly image: PlacedImage | null;
  readonly name: string;
  readonly title: string;
}

/** How high the image stands, and how wide at most, in points. */
const HEIGHT = 30;
const WIDEST = 160;

/** Puts the image into the file, once. @throws StandingError `bad-image` */
export async function placeSignature(
  pdf: PdfFile,
  shared: SharedResources,
  { image, name, title }: Signature,
): Promise<PlacedSignature> {
  const placed = image === null ? null : await placeImage(pdf, shared, 'signature', image);
  return { image: placed, name, title };
}

/** Height in points of the signature below the closing. */
export function signatureHeight({ image, title }: PlacedSignature, density: Density): number {
  return (image === null ? 0 : HEIGHT + 2) + density.leading * (title === '' ? 1 : 2);
}

/** Draws it: the image, and the name and title below. */
export function drawSignature(
  content: Content,
  { image, name, title }: PlacedSignature,
  density: Density,
  top: number,
): void {
  let y = top;
  if (image !== null) {
    const scale = Math.min(HEIGHT / image.height, WIDEST / image.width);
    content.place(image.name, LEFT, y + HEIGHT, image.width * scale, image.height * scale);
    y += HEIGHT + 2;
  }
  content.text(density.text, LEFT, y + density.text.size * 0.95, name);
  if (title !== '') content.text(density.text, LEFT, y + density.text.size * 0.95 + density.leading, title);
}
