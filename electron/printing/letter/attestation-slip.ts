import type { NoticeLine, NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Content, Style } from '../pdf/content.ts';
import { filled, type LetterParts } from './body.ts';
import { officeAddress } from './merge-fields.ts';
import { drawSheetQr, QR_LEFT } from './sheet-qr.ts';
import { LEFT, RIGHT, SLIP_TOP, STYLES } from './styles.ts';

// PB-CCP-3: "Two ways to comply: record the activities, or attest to having reached the required points by the end of
// the cycle (CCP attestation)."

const QR_TOP = SLIP_TOP + 36;
const TEXT_TOP = SLIP_TOP + 66;
const BOXES_TOP = SLIP_TOP + 128;
const SIGN_TOP = SLIP_TOP + 206;
const SIGN_WIDTH = 270;
const DATE_LEFT = LEFT + SIGN_WIDTH + 18;

/** What the attestation slip has on every sheet: perforation, title, lines to sign and date, where to send it. */
export function drawAttestationForm(content: Content, office: OfficeProfile, invitation: string): void {
  content.rule('soft', 0.7, 18, SLIP_TOP, 594, SLIP_TOP, '4 3');
  content.text(STYLES.small, 306, SLIP_TOP + 11, invitation, 'center');
  content.text(STYLES.slipTitle, LEFT, SLIP_TOP + 46, 'CCP attestation');
  content.rule('ink', 0.6, LEFT, SIGN_TOP, LEFT + SIGN_WIDTH, SIGN_TOP);
  content.text(STYLES.label, LEFT, SIGN_TOP + 11, 'Signature');
  content.rule('ink', 0.6, DATE_LEFT, SIGN_TOP, DATE_LEFT + 110, SIGN_TOP);
  content.text(STYLES.label, DATE_LEFT, SIGN_TOP + 11, 'Date');
  const address = [office.name, ...officeAddress(office)].join(', ');
  content.text(STYLES.small, LEFT, SIGN_TOP + 28, `Send to ${address}`);
}

/** Whose attestation it is, what is attested, a box to tick for each certification, and the sheet's QR code. */
export function drawAttestation(
  content: Content,
  parts: LetterParts,
  sheet: NoticeSheet,
  code: string,
): void {
  drawWho(content, sheet);
  const words = (parts.letter.attestation ?? [])
    .map((paragraph) => filled(paragraph, parts.office, sheet))
    .join(' ');
  drawWords(content, words);
  drawBoxes(content, sheet.lines);
  content.text(STYLES.tiny, RIGHT, SIGN_TOP + 28, `${sheet.run}, ${sheet.sheet} of ${sheet.sheets}`, 'right');
  drawSheetQr(content, QR_TOP, code);
}

function drawWho(content: Content, { memberName, memberNo }: NoticeSheet): void {
  const right = QR_LEFT - 14;
  const number = `Member ${memberNo}`;
  const room = right - LEFT - 130 - content.width(STYLES.value, number) - 10;
  let style: Style = { ...STYLES.valueBold, size: 11 };
  while (style.size > 6 && content.width(style, memberName) > room)
    style = { ...style, size: style.size - 0.5 };
  const numberLeft = right - content.width(STYLES.value, number);
  content.text(style, numberLeft - 10, SLIP_TOP + 46, memberName, 'right');
  content.text(STYLES.value, numberLeft, SLIP_TOP + 46, number);
}

/** What is attested, as large as lets it stand above the boxes. */
function drawWords(content: Content, words: string): void {
  for (let size = 10; ; size -= 0.5) {
    const style: Style = { face: 'text', size, ink: 'ink' };
    const lines = content.broken(style, words, QR_LEFT - 14 - LEFT);
    if (lines.length * 1.28 * size > BOXES_TOP - TEXT_TOP && size > 6) continue;
    content.lines(style, LEFT, TEXT_TOP, 1.28 * size, lines);
    return;
  }
}

/** A box to tick for each certification: below each other, in two columns where there are many. */
function drawBoxes(content: Content, lines: readonly NoticeLine[]): void {
  const columns = lines.length > 3 ? 2 : 1;
  const rows = Math.ceil(lines.length / columns);
  const leading = Math.min(17, (SIGN_TOP - 26 - BOXES_TOP) / Math.max(1, rows - 1));
  const width = (RIGHT - LEFT) / columns;
  lines.forEach((line, at) => {
    const left = LEFT + Math.floor(at / rows) * width;
    const base = BOXES_TOP + (at % rows) * leading;
    content.frame('ink', 0.7, left, base - 7.5, 8.5, 8.5);
    const cycle = `cycle ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
    const text =
      columns === 1
        ? `${line.certificationName} (${line.code}): ${line.pointsRequired} points, ${cycle}`
        : `${line.code}: ${line.pointsRequired} points, ${cycle}`;
    let style: Style = STYLES.value;
    while (style.size > 6 && content.width(style, text) > width - 22)
      style = { ...style, size: style.size - 0.5 };
    content.text(style, left + 15, base, text);
  });
}
