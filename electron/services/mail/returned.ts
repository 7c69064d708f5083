import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { type ReturnedLetter, type ReturnReason, returnWords } from '../../../shared/domain/returned-mail.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { readingIn } from '../../db/reading.ts';
import { currentContact } from '../../repositories/contact.ts';
import {
  queueReturnsAgain,
  returnsSentAgain,
  withdrawReturnsAgain,
} from '../../repositories/return-letters.ts';
import {
  addReturnedMail,
  addressesOf,
  failGiven,
  givenAgain,
  markAddress,
  type PrintedSheet,
  removeReturnedMail,
  returnedFrom,
  returnedMail,
  unfailGiven,
} from '../../repositories/returned-mail.ts';
import { leadBackUntold, leadForthTold } from '../audit/letters/came-back.ts';
import { noteSent } from '../audit/letters/on-sent.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';
import { memberUnknown } from '../standing.ts';
import { letterNamed, letterOf, returnedLetter } from './returned-letter.ts';
import { sentAddress } from './sent-address.ts';

export interface ReturnRequest {
  /** The QR code's text, `2026-12-A 17`, or a member's number. */
  readonly text: string;
  readonly reason: ReturnReason;
  /** In the person's own words; they replace the reason's. */
  readonly note: string;
  readonly on: CalendarDate;
}

/**
 * Notes that a letter came back: its address, where it is still the current one, is marked as bad, and its notices count as not
 * received, so that the next run e-mails the member or holds the piece until there is a new address. A case of the audit whose notice it
 * was waits for its notice again; a return letter is queued again.
 * @returns the letter as it is on record now
 * @throws StandingError `already-returned`, `return-date`, `card-number`, and as `letterNamed`
 */
export async function recordReturned(office: Office, request: ReturnRequest): Promise<ReturnedLetter> {
  const piece = await letterNamed(office, request.text);
  refuseDate(piece, request.on, office.clock.today());
  if (hasCardNumber(request.note)) {
    throw new StandingError(
      'card-number',
      'The reason looks like a card number, which is stored nowhere.',
      'Take the number out.',
    );
  }
  const reason = returnWords(request.reason, request.note);
  const sent = await sentAddress(office, piece);
  await office.act(async (write) => {
    const before = await returnedMail(readingIn(write), piece.run, piece.sheet);
    if (before !== null) throw alreadyReturned(piece, before);
    const marks = sent !== null && sent.validTo === null && sent.badReason === null;
    await addReturnedMail(write, {
      run: piece.run,
      sheet: piece.sheet,
      memberId: piece.memberId,
      addressId: sent?.id ?? null,
      reason,
      on: request.on,
    });
    if (marks) await markAddress(write, sent.id, reason);
    await failGiven(write, piece, request.on);
    await leadBackUntold(write, piece, { on: request.on, why: `came back: ${reason}` });
    await queueReturnsAgain(write, piece, request.on);
    write.journal({
      action: 'mail.returned',
      subject: 'member',
      subjectId: piece.memberNo,
      detail: { run: piece.run, sheet: piece.sheet, reason, on: request.on, addressMarked: marks },
    });
  });
  return returnedLetter(office, `${piece.run} ${piece.sheet}`);
}

/**
 * Takes a returned letter back: it was scanned by mistake. The address is good again unless other post came back from it, and the
 * notices count as received again.
 * @throws StandingError `not-returned`, `given-again`, `sheet-unknown`
 */
export async function undoReturned(office: Office, run: string, sheet: number): Promise<ReturnedLetter> {
  const piece = await letterOf(office, run, sheet);
  await office.act(async (write) => {
    const mail = await returnedMail(readingIn(write), run, sheet);
    if (mail === null) {
      throw new StandingError('not-returned', `Sheet ${sheet} of run ${run} is not noted as returned.`);
    }
    if ((await givenAgain(readingIn(write), piece)) || (await returnsSentAgain(readingIn(write), piece))) {
      throw new StandingError(
        'given-again',
        `${piece.memberName} was given the notice again since, so that the return of sheet ${sheet} of run ${run} cannot be taken back.`,
        'Confirm the address on the list of addresses to find instead.',
      );
    }
    const address = (await addressesOf(readingIn(write), piece.memberId)).find(
      ({ id }) => id === mail.addressId,
    );
    const marked = address !== undefined && address.badReason === mail.reason;
    const other = marked ? await returnedFrom(readingIn(write), address.id, { run, sheet }) : null;
    await removeReturnedMail(write, run, sheet);
    // Bad for what else came back from it, so that it is good once that is taken back, too.
    if (marked) await markAddress(write, address.id, other);
    await unfailGiven(write, piece);
    await leadForthTold(write, piece);
    // What was noted as returned before its run was marked as mailed told nobody then.
    if (piece.mailedOn !== null)
      await noteSent(office, write, await existingRun({ reader: readableIn(write) }, run), {
        on: piece.mailedOn,
        printed: piece.position,
      });
    await withdrawReturnsAgain(write, piece, office.clock.today());
    write.journal({
      action: 'mail.return-undone',
      subject: 'member',
      subjectId: piece.memberNo,
      detail: { run, sheet, reason: mail.reason, addressCleared: marked && other === null },
    });
  });
  return returnedLetter(office, `${run} ${sheet}`);
}

/**
 * Says that a member's address is right after all: post goes there again.
 * @throws StandingError `member-unknown`, `address-good`
 */
export async function confirmAddress(office: Office, memberNo: string): Promise<void> {
  const contact = await currentContact(office.reader, memberNo);
  if (contact === null) throw memberUnknown(memberNo);
  await office.act(async (write) => {
    const address = (await addressesOf(readingIn(write), contact.memberId)).find(
      ({ validTo }) => validTo === null,
    );
    if (address === undefined || address.badReason === null) {
      throw new StandingError('address-good', `The address of member ${memberNo} is not marked as bad.`);
    }
    await markAddress(write, address.id, null);
    write.journal({
      action: 'member.address-confirmed',
      subject: 'member',
      subjectId: memberNo,
      detail: { before: address.badReason, after: null },
    });
  });
}

function alreadyReturned(
  piece: PrintedSheet,
  before: { readonly on: CalendarDate; readonly reason: string },
): StandingError {
  return new StandingError(
    'already-returned',
    `Sheet ${piece.sheet} of run ${piece.run} (${piece.memberName}) was noted as returned on ${displayDate(before.on)}: ${before.reason}.`,
    'Go on with the next letter.',
  );
}

function refuseDate(piece: PrintedSheet, on: CalendarDate, today: CalendarDate): void {
  const from = piece.mailedOn ?? piece.printedOn ?? piece.preparedOn;
  if (on >= from && on <= today) return;
  throw new StandingError(
    'return-date',
    `A letter that went out on ${displayDate(from)} cannot have come back on ${displayDate(on)}; today is ${displayDate(today)}.`,
    'Give the day it came back.',
  );
}
