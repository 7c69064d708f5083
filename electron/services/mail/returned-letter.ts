import type { ReturnedLetter } from '../../../shared/domain/returned-mail.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import {
  addressesOf,
  lastSheetOf,
  type PrintedSheet,
  printedSheet,
  returnedMail,
} from '../../repositories/returned-mail.ts';
import type { OfficeView } from '../office.ts';
import { sentAddress } from './sent-address.ts';

/**
 * The letter that a text names: the text of its QR code as a scanner types it, run and sheet (`2026-12-A 17`), or a member's number
 * for the letter that member was sent last.
 * @throws StandingError `code-unknown`, `sheet-unknown`, `not-printed`
 */
export async function letterNamed(view: OfficeView, text: string): Promise<PrintedSheet> {
  const named = text.trim().toUpperCase();
  const code = parseSheetCode(named) ?? runAndSheet(named);
  if (code !== null) return letterOf(view, code.run, code.sheet);
  if (/^ST\d\./.test(named)) {
    throw new StandingError(
      'code-unknown',
      `The code “${text.trim()}” is none of this program’s, or a character of it was misread.`,
      'Scan it again, or type the run and the sheet as printed at the letter’s top right: 2026-12-A 17.',
    );
  }
  const last = await lastSheetOf(view.reader, text.trim());
  if (last !== null) return last;
  throw new StandingError(
    'sheet-unknown',
    `No letter was ever printed for “${text.trim()}”.`,
    'Scan the letter’s QR code, or type its run and sheet (2026-12-A 17) or the member’s number.',
  );
}

function runAndSheet(text: string): { readonly run: string; readonly sheet: number } | null {
  const match = /^(\d{4}-\d{2}-[A-Z]{1,2})(?:\s*[/ ,.]\s*|\s+SHEET\s+)([1-9]\d{0,6})$/.exec(text);
  return match === null ? null : { run: match[1] ?? '', sheet: Number(match[2]) };
}

/** @throws StandingError `sheet-unknown`, `not-printed` */
export async function letterOf(view: OfficeView, run: string, sheet: number): Promise<PrintedSheet> {
  const piece = await printedSheet(view.reader, run, sheet);
  if (piece === null) {
    throw new StandingError(
      'sheet-unknown',
      `There is no sheet ${sheet} of run ${run} in this office.`,
      'Look at the run and sheet at the letter’s top right.',
    );
  }
  if (piece.printedOn === null) {
    throw new StandingError(
      'not-printed',
      `Run ${run} was never printed, so nothing of it can have come back.`,
      'Look at the run at the letter’s top right.',
    );
  }
  return piece;
}

/** What the desk sees before it says why a letter came back. @throws StandingError as `letterNamed` */
export async function returnedLetter(view: OfficeView, text: string): Promise<ReturnedLetter> {
  const piece = await letterNamed(view, text);
  const sent = await sentAddress(view, piece);
  const current = (await addressesOf(view.reader, piece.memberId)).find(({ validTo }) => validTo === null);
  const before = await returnedMail(view.reader, piece.run, piece.sheet);
  return {
    run: piece.run,
    sheet: piece.sheet,
    step: piece.step,
    mailedOn: piece.mailedOn,
    memberNo: piece.memberNo,
    memberName: piece.memberName,
    addressLines: piece.content.addressLines,
    sentToCurrent: sent !== null && sent.validTo === null,
    canBeEmailed: piece.emailOk,
    badReason: current?.badReason ?? null,
    already: before === null ? null : { on: before.on, reason: before.reason },
  };
}
