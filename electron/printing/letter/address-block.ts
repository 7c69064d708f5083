import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { RunBarcodes } from '../../../shared/domain/postal.ts';
import { addressLeading } from '../address/fit-address.ts';
import { type Area, addressArea, type EnvelopeProfile } from '../envelope/profile.ts';
import type { Content, Style } from '../pdf/content.ts';
import { BARCODE_HEIGHT, BARCODE_WIDTH, drawBarcode, pieceBarcode } from './barcode.ts';

/** The member's address where the window shows it, set as it was fitted, under its barcode where there is to be one and room for it. */
export function drawAddress(
  content: Content,
  envelope: EnvelopeProfile,
  sheet: NoticeSheet,
  barcodes: RunBarcodes | null = null,
): void {
  const area = addressArea(envelope);
  const bars = barcodes === null ? null : pieceBarcode(barcodes, sheet);
  const below = bars === null ? null : underBarcode(area, envelope, sheet);
  if (bars !== null && below !== null) {
    drawBarcode(content, bars, area.left * 72, area.top * 72);
    drawLines(content, area, sheet, below.size, below.leading, below.top);
    return;
  }
  const { addressLines, addressSize } = sheet;
  const leading = addressLeading(envelope, addressSize, addressLines.length);
  const height = 1.424 * addressSize + leading * (addressLines.length - 1);
  drawLines(content, area, sheet, addressSize, leading, ((area.top + area.bottom) / 2) * 72 - height / 2);
}

function drawLines(
  content: Content,
  area: Area,
  { addressLines }: NoticeSheet,
  size: number,
  leading: number,
  top: number,
): void {
  const style: Style = { face: 'plain', size, ink: 'ink' };
  addressLines.forEach((line, at) => {
    content.text(style, area.left * 72, top + 1.024 * size + at * leading, line);
  });
}

/** Clear space between barcode and address in points: 0.04 in, where USPS-B-3200 asks for 0.028. */
const CLEAR = 0.04 * 72;

/** The address as large as the room under a barcode lets it be; null where it would be smaller than the envelope allows. */
function underBarcode(
  area: Area,
  envelope: EnvelopeProfile,
  { addressLines, addressSize }: NoticeSheet,
): { readonly size: number; readonly leading: number; readonly top: number } | null {
  if ((area.right - area.left) * 72 < BARCODE_WIDTH) return null;
  const top = area.top * 72 + BARCODE_HEIGHT + CLEAR;
  const room = area.bottom * 72 - top;
  const gaps = Math.max(1, addressLines.length - 1);
  for (let size = addressSize; size >= envelope.address.minSize; size -= 0.25) {
    const leading = Math.min(1.2 * size, (room - 1.4265 * size) / gaps);
    if (leading < 1.049 * size) continue;
    return { size, leading, top };
  }
  return null;
}
