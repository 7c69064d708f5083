import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { RunBarcodes } from '../../../shared/domain/postal.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { Content } from '../pdf/content.ts';
import { drawAddress } from './address-block.ts';
import { drawAside, drawAsideForm } from './aside.ts';
import { drawBody, type LetterParts } from './body.ts';
import { drawFoot, drawFootForm } from './foot.ts';
import { drawLetterhead, type PlacedLogo } from './letterhead.ts';

/** The content stream of one sheet of a run. */
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
    drawAsideForm(shared, envelope, sheet.purpose);
    drawFolds(shared, envelope);
    drawFootForm(shared, parts, sheet);
  });
  content.raw(`/${form} Do`);
  drawAddress(content, envelope, sheet, barcodes);
  drawAside(content, envelope, sheet);
  drawBody(content, parts, envelope, sheet);
  drawFoot(content, parts, sheet);
  return content.bytes();
}

/** Ticks at both edges where the sheet is folded; the second fold is the slip's perforation. */
function drawFolds(content: Content, envelope: EnvelopeProfile): void {
  const right = envelope.sheet.width * 72;
  for (const fold of envelope.folds) {
    content.rule('soft', 0.5, 10, fold * 72, 22, fold * 72);
    content.rule('soft', 0.5, right - 22, fold * 72, right - 10, fold * 72);
  }
}

/** For readers of bookmarks: the sheet's number, its member and the member's number. */
export function bookmarkTitle(sheet: NoticeSheet): string {
  return `${sheet.sheet}  ${sheet.memberName}  ${sheet.memberNo}`;
}
