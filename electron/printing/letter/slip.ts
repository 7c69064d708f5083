import type { NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Content, Style } from '../pdf/content.ts';
import { officeAddress, payBy } from './merge-fields.ts';
import { drawSheetQr, QR_LEFT } from './sheet-qr.ts';
import { LEFT, RIGHT, SLIP_TOP, STYLES } from './styles.ts';

const MIDDLE = 264;
const VALUES = 344;
const QR_TOP = SLIP_TOP + 36;
const AMOUNTS_TOP = SLIP_TOP + 158;

/** What the slip has on every sheet: perforation, labels, where to send it, the space for the amount enclosed. */
export function drawSlipForm(content: Content, office: OfficeProfile, invitation: string): void {
  content.rule('soft', 0.7, 18, SLIP_TOP, 594, SLIP_TOP, '4 3');
  content.text(STYLES.small, 306, SLIP_TOP + 11, invitation, 'center');
  content.text(STYLES.slipTitle, LEFT, SLIP_TOP + 46, 'Payment slip');
  content.text(STYLES.label, LEFT, SLIP_TOP + 69, 'Send this slip and your check to');
  content.lines(
    STYLES.valueBold,
    LEFT,
    SLIP_TOP + 84,
    13,
    content.broken(STYLES.valueBold, office.name, 196),
  );
  const below = SLIP_TOP + 84 + 13 * content.broken(STYLES.valueBold, office.name, 196).length;
  officeAddress(office).forEach((line, at) => {
    content.text(STYLES.value, LEFT, below + at * 13, line);
  });
  ['Member number', 'For', 'Due date', 'Sheet'].forEach((label, at) => {
    content.text(STYLES.label, MIDDLE, rowBase(at), label);
  });
  content.box('tint', LEFT, AMOUNTS_TOP, 240, 40);
  content.frame('accent', 0.9, LEFT, AMOUNTS_TOP, 240, 40);
  content.text(STYLES.label, LEFT + 12, AMOUNTS_TOP + 24, 'Amount due');
  content.frame('soft', 0.7, LEFT + 252, AMOUNTS_TOP, RIGHT - LEFT - 252, 40);
  content.text(STYLES.label, LEFT + 264, AMOUNTS_TOP + 24, 'Amount enclosed');
  content.text(STYLES.slipAmount, LEFT + 348, AMOUNTS_TOP + 26, '$');
}

/** What the slip says of this sheet. `code` is the text of its QR code. */
export function drawSlip(content: Content, sheet: NoticeSheet, code: string): void {
  drawName(content, sheet.memberName);
  content.text(STYLES.valueBold, VALUES, rowBase(0), sheet.memberNo);
  const codes = content.broken(
    STYLES.value,
    sheet.lines.map((line) => line.code).join(', '),
    QR_LEFT - 12 - VALUES,
  );
  content.lines(STYLES.value, VALUES, rowBase(1) - (codes.length - 1) * 5.5, 11, codes);
  content.text(STYLES.value, VALUES, rowBase(2), displayDate(payBy(sheet)));
  content.text(STYLES.value, VALUES, rowBase(3), `${sheet.run}, ${sheet.sheet} of ${sheet.sheets}`);
  content.text(STYLES.slipAmount, LEFT + 228, AMOUNTS_TOP + 26, displayCents(sheet.totalCents), 'right');
  drawSheetQr(content, QR_TOP, code);
}

/** The member's name beside the QR code, on up to two lines, smaller where that is not enough. */
function drawName(content: Content, name: string): void {
  for (let size = 11; ; size -= 0.5) {
    const style: Style = { ...STYLES.valueBold, size };
    const lines = content.broken(style, name, QR_LEFT - 12 - MIDDLE);
    if (lines.length > 2 && size > 6) continue;
    content.lines(style, MIDDLE, SLIP_TOP + 46 - (lines.length - 1) * 1.2 * size, 1.2 * size, lines);
    return;
  }
}

function rowBase(row: number): number {
  return SLIP_TOP + 69 + row * 19;
}
