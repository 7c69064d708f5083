import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { RunBarcodes } from '../../../shared/domain/postal.ts';
import type { Content } from '../pdf/content.ts';
import { intelligentMail } from '../pdf/intelligent-mail.ts';

// USPS-B-3200, 2.3: 20 to 24 bars an inch, each 0.015 to 0.025 in wide; full bars 0.125 to 0.165 in high, trackers 0.039 to 0.057,
// ascenders and descenders 0.082 to 0.111. At 24 an inch the 65 bars are as wide as the window leaves room for.
const PITCH = 72 / 24;
const BAR = 0.02 * 72;
const TRACKER = 0.042 * 72;
const REACH = 0.044 * 72;

/** Of the barcode, in points. */
export const BARCODE_WIDTH = 64 * PITCH + BAR;
export const BARCODE_HEIGHT = TRACKER + 2 * REACH;

/** The bars of a piece; null where it goes abroad, or where its serial number has no room in the Mailer ID's digits. */
export function pieceBarcode(
  { mailerId, serviceType, barcodeId, firstSerial }: RunBarcodes,
  sheet: Pick<NoticeSheet, 'sheet' | 'addressLines'>,
): string | null {
  const zip = / {2}(\d{5})(?:-(\d{4}))?$/.exec(sheet.addressLines.at(-1) ?? '');
  if (zip === null) return null;
  const digits = 15 - mailerId.length;
  const serial = String((firstSerial + sheet.sheet - 1) % 10 ** digits).padStart(digits, '0');
  return intelligentMail(`${barcodeId}${serviceType}${mailerId}${serial}`, `${zip[1] ?? ''}${zip[2] ?? ''}`);
}

/** Draws bars with the barcode's top left at a position in points from the page's top left. */
export function drawBarcode(content: Content, bars: string, left: number, top: number): void {
  const boxes = [...bars].map((bar, at) => {
    const up = bar === 'F' || bar === 'A' ? REACH : 0;
    const down = bar === 'F' || bar === 'D' ? REACH : 0;
    const bottom = 792 - (top + REACH + TRACKER + down);
    return `${n(left + at * PITCH)} ${n(bottom)} ${n(BAR)} ${n(TRACKER + up + down)} re`;
  });
  content.raw(`q 0 g ${boxes.join(' ')} f Q`);
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
