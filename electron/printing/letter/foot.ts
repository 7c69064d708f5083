import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { hasSlip, type SheetPurpose, sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import type { Content } from '../pdf/content.ts';
import { drawAttestation, drawAttestationForm } from './attestation-slip.ts';
import { filled, first, type LetterParts } from './body.ts';
import { drawPlainFoot, drawPlainFootForm } from './plain-foot.ts';
import { drawSlip, drawSlipForm } from './slip.ts';

/** To the address at the foot of a letter without a slip. */
const WHAT_IS_SENT: Readonly<Partial<Record<SheetPurpose, string>>> = {
  LP: 'Applications and questions',
  AU: 'Proof and questions',
  RT: 'Questions',
  AM: 'Proof and questions',
  AE: 'Proof and questions',
  AN: 'Appeals, applications and questions',
  AD: 'Appeals, applications and questions',
};

/** What the sheets of a run have alike at their foot: the form of the slip for the payment or the attestation, or where to write. */
export function drawFootForm(content: Content, parts: LetterParts, sheet: NoticeSheet): void {
  if (!hasSlip(sheet.purpose)) {
    drawPlainFootForm(content, parts.office, WHAT_IS_SENT[sheet.purpose] ?? 'Questions');
    return;
  }
  const invitation = filled(first(parts.letter.slip), parts.office, sheet);
  if (sheet.purpose === 'CC') drawAttestationForm(content, parts.office, invitation);
  else drawSlipForm(content, parts.office, invitation);
}

/** What the foot says of this sheet, with its QR code. */
export function drawFoot(content: Content, parts: LetterParts, sheet: NoticeSheet): void {
  const { run, purpose } = sheet;
  const code = sheetCodeText({ run, sheet: sheet.sheet, purpose });
  if (!hasSlip(purpose)) drawPlainFoot(content, code);
  else if (purpose === 'CC') drawAttestation(content, parts, sheet, code);
  else drawSlip(content, sheet, code);
}
