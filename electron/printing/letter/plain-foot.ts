import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import type { Content } from '../pdf/content.ts';
import { officeAddress } from './merge-fields.ts';
import { drawSheetQr } from './sheet-qr.ts';
import { LEFT, RIGHT, STYLES } from './styles.ts';

const TOP = 660;

/** Where to write: a letter that asks for no payment has nothing to tear off. @param what is sent there, e.g. `Questions` */
export function drawPlainFootForm(content: Content, office: OfficeProfile, what: string): void {
  content.rule('soft', 0.4, LEFT, TOP - 10, RIGHT, TOP - 10);
  content.text(STYLES.label, LEFT, TOP + 10, `${what} to`);
  const name = content.broken(STYLES.valueBold, office.name, 300);
  content.lines(STYLES.valueBold, LEFT, TOP + 26, 13, name);
  officeAddress(office).forEach((line, at) => {
    content.text(STYLES.value, LEFT, TOP + 26 + (name.length + at) * 13, line);
  });
}

/** The QR code by which a letter that came back is known. */
export function drawPlainFoot(content: Content, code: string): void {
  drawSheetQr(content, TOP, code);
}
