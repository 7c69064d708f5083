import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { RunBarcodes } from '../../../shared/domain/postal.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { Content } from '../pdf/content.ts';
import { drawAddress } from './address-block.ts';
import { drawBody, filled, first, type LetterParts } from './body.ts';
import { drawLetterhead, type PlacedLogo } from './letterhead.ts';
import { dueOn } from './merge-fields.ts';
import { drawSlip, drawSlipForm } from './slip.ts';
import { ASIDE, RIGHT, STYLES } from './styles.ts';

const FACTS_TOP = 76;
const VALUES = ASIDE + 88;
const AMOUNT_TOP = 134;
const AMOUNT_HEIGHT = 90;

/** The content stream of one sheet of a run of renewal notices. */
export function noticePage(
  parts: LetterParts,
  envelope: EnvelopeProfile,
  logo: PlacedLogo | null,
  sheet: NoticeSheet,
  barcodes: RunBarcodes | null = null,
): Uint8Array {
  const content = new Content(parts.shared.setters);
  const form = parts.shared.form('sheet', 792, (shared) => {
    drawLetterhead(shared, parts.office, envelope, logo);
    drawAsideForm(shared);
    drawFolds(shared, envelope);
    drawSlipForm(shared, parts.office, filled(first(parts.letter.slip), parts.office, sheet));
  });
  content.raw(`/${form} Do`);
  drawAddress(content, envelope, sheet, barcodes);
  drawAside(content, sheet);
  drawBody(content, parts, sheet);
  drawSlip(content, sheet, sheetCodeText({ run: sheet.run, sheet: sheet.sheet, purpose: 'RN' }));
  return content.bytes();
}

/** Labels and boxes beside the windows. */
function drawAsideForm(content: Content): void {
  ['Date', 'Member number'].forEach((label, at) => {
    content.text(STYLES.label, ASIDE, FACTS_TOP + at * 14, label);
  });
  content.box('tint', ASIDE, AMOUNT_TOP, RIGHT - ASIDE, AMOUNT_HEIGHT);
  content.frame('accent', 0.9, ASIDE, AMOUNT_TOP, RIGHT - ASIDE, AMOUNT_HEIGHT);
  content.text(STYLES.label, ASIDE + 14, AMOUNT_TOP + 21, 'Amount due');
}

function drawAside(content: Content, sheet: NoticeSheet): void {
  content.text(STYLES.value, VALUES, FACTS_TOP, displayDate(sheet.dated));
  content.text(STYLES.valueBold, VALUES, FACTS_TOP + 14, sheet.memberNo);
  content.text(
    STYLES.label,
    ASIDE,
    FACTS_TOP + 28,
    `Run ${sheet.run}  Sheet ${sheet.sheet} of ${sheet.sheets}`,
  );
  content.text(STYLES.amount, ASIDE + 14, AMOUNT_TOP + 50, displayCents(sheet.totalCents));
  const arrears = sheet.lines.reduce((sum, line) => sum + line.arrearsCents, 0);
  if (arrears > 0) {
    const past = `${displayCents(arrears)} of it past due`;
    content.text(STYLES.label, RIGHT - 14, AMOUNT_TOP + 21, past, 'right');
  }
  content.text(STYLES.due, ASIDE + 14, AMOUNT_TOP + 74, `Due by ${displayDate(dueOn(sheet))}`);
}

/** Ticks at both edges where the sheet is folded; the second fold is the slip's perforation. */
function drawFolds(content: Content, envelope: EnvelopeProfile): void {
  for (const fold of envelope.folds) {
    content.rule('soft', 0.5, 10, fold * 72, 22, fold * 72);
    content.rule('soft', 0.5, 612 - 22, fold * 72, 612 - 10, fold * 72);
  }
}

/** For readers of bookmarks: the sheet's number, its member and the member's number. */
export function bookmarkTitle(sheet: NoticeSheet): string {
  return `${sheet.sheet}  ${sheet.memberName}  ${sheet.memberNo}`;
}
