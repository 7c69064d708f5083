import type { Content } from '../pdf/content.ts';
import { qrPath, qrRows } from '../pdf/qr-code.ts';
import { RIGHT, STYLES } from './styles.ts';

/** Side of the QR code in points: one inch, 25 modules of 0.04 in. */
export const QR_SIDE = 72;
export const QR_LEFT = RIGHT - QR_SIDE;

/** A sheet's QR code at the right margin, with the code's text in small type above and below it as there is room. */
export function drawSheetQr(content: Content, top: number, code: string): void {
  content.text(STYLES.tiny, RIGHT, top + QR_SIDE + 11, code, 'right');
  const rows = qrRows(code);
  const module = QR_SIDE / rows.length;
  content.raw(`q 0 g ${module} 0 0 ${module} ${QR_LEFT} ${792 - top - QR_SIDE} cm\n${qrPath(rows)} Q`);
}
