import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import {
  AUDIT_LETTER_TITLES,
  type CaseLetter,
  isDecisionLetter,
} from '../../../../shared/domain/audit-letters.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { dropLetters, failPulled, pieceOfLetter, pullSheet } from '../../../repositories/audit-letters.ts';
import type { Office } from '../../office.ts';
import { type CaseAct, named, onCase, tidy } from './act.ts';

/** A letter that is not to go out. */
export interface DropOrder {
  readonly audit: number;
  readonly letter: number;
  readonly reason: string;
}

/**
 * Drops a letter that did not go out. Where a run that was not mailed yet has it, its sheet is to be taken out, and its e-mail is not sent.
 * @throws StandingError `audit-unknown`, `letter-unknown`, `letter-of-decision`, `letter-gone`, `letter-on-its-way`, `reason-missing`,
 * `card-number`
 */
export function dropLetter(office: Office, { audit, letter, reason }: DropOrder): Promise<CaseView> {
  return onCase(office, audit, async (act) => {
    const { view } = act;
    const found = view.letters.find((one) => one.letter === letter);
    if (found === undefined)
      throw new StandingError(
        'letter-unknown',
        `${named(view)} asked for no letter ${letter}.`,
        'Choose one of the letters of the case.',
      );
    if (isDecisionLetter(found.kind))
      throw new StandingError(
        'letter-of-decision',
        `“${AUDIT_LETTER_TITLES[found.kind]}” makes the decision final and cannot be dropped.`,
        'Withdraw the decision instead.',
      );
    const said = tidy(reason);
    if (said === '')
      throw new StandingError(
        'reason-missing',
        'A letter is dropped with a reason.',
        'Say in a few words why it is not to go out.',
      );
    await refuseOnItsWay(act, found);
    await drop(act, found, said);
    act.note('letter-dropped', { before: { letter: found.kind, run: found.run }, after: { reason: said } });
  });
}

/** A letter that the member may have read is not taken back. @throws StandingError `letter-on-its-way` */
export async function refuseOnItsWay({ view, books }: CaseAct, { letter, kind }: CaseLetter): Promise<void> {
  const piece = await pieceOfLetter(books.db, letter);
  if (piece?.email !== 'handing-over' && piece?.email !== 'unknown') return;
  throw new StandingError(
    'letter-on-its-way',
    `Whether the e-mail “${AUDIT_LETTER_TITLES[kind]}” of run ${piece.run} arrived with ${view.memberName} is not known.`,
    'Settle it in the e-mails of the run first.',
  );
}

/** Drops every letter of the case that did not go out; a bounced one, too. */
export async function dropOpenLetters(act: CaseAct, reason: string): Promise<void> {
  for (const letter of act.view.letters)
    if (letter.state !== 'sent' && letter.state !== 'dropped') await drop(act, letter, reason);
}

/** @throws StandingError `letter-gone` */
async function drop(
  { view, books }: CaseAct,
  { letter, kind, state }: CaseLetter,
  reason: string,
): Promise<void> {
  const entry = { reason, on: books.today };
  if (state === 'sent' || state === 'dropped')
    throw new StandingError(
      'letter-gone',
      `“${AUDIT_LETTER_TITLES[kind]}” of ${view.memberName} ${state === 'sent' ? 'went out' : 'was dropped'} already.`,
      'Nothing is left to drop.',
    );
  await dropLetters(books.write, [letter], entry);
  if (state !== 'prepared' && state !== 'printed') return;
  const piece = await pieceOfLetter(books.db, letter);
  if (piece === null) return;
  await failPulled(books.write, piece, books.today);
  if (piece.sheet !== null) await pullSheet(books.write, { run: piece.run, sheet: piece.sheet }, entry);
}
