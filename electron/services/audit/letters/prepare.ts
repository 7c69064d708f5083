import { AUDIT_LETTER_TITLES, type AuditLetterKind } from '../../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { HeldReason, RunSummary } from '../../../../shared/domain/renewals.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate, monthText } from '../../../../shared/util/dates.ts';
import type { Write } from '../../../db/transaction.ts';
import type { Work } from '../../../jobs/work.ts';
import { isToPrepare, type LetterToWrite, lettersNotSent } from '../../../repositories/audit-letter-list.ts';
import { recipients } from '../../../repositories/renewal-candidates.ts';
import { freezeRun } from '../../notices/freeze.ts';
import type { Addressed } from '../../notices/order.ts';
import { sentPiece, type UnplacedPiece } from '../../notices/piece.ts';
import { type Stationery, stationery } from '../../notices/stationery.ts';
import type { Office } from '../../office.ts';
import { officeProfile } from '../../profile.ts';
import { readableIn } from '../../restand.ts';
import { caseGround } from '../desk/view.ts';
import { type LetterGround, letterContent } from './content.ts';

export interface LettersRequest {
  readonly kind: AuditLetterKind;
  readonly asOf: CalendarDate;
}

/**
 * Freezes a run of the letters of a kind that wait, were held or came back: printed, e-mailed or held like every run. A member gets one
 * letter a run, the oldest that can still go out; a second one waits for the next.
 * @throws StandingError `no-letters-waiting`, `letters-overtaken`, `audit-cycle` where no other is to be written,
 * `cancelled`, and as `prepareRun`
 */
export async function prepareLetters(
  office: Office,
  { kind, asOf }: LettersRequest,
  work: Work,
): Promise<RunSummary> {
  const waiting = (await lettersNotSent(office.reader, kind)).filter(({ state }) => isToPrepare(state));
  if (waiting.length === 0)
    throw new StandingError(
      'no-letters-waiting',
      `No letter “${AUDIT_LETTER_TITLES[kind]}” waits for a run.`,
      'The steps and decisions of cases ask for letters.',
    );
  const paper = await stationery(office, await officeProfile(office), { kind, letter: kind });
  const letters: LetterToWrite[] = [];
  const addressed: Addressed[] = [];
  const broken: StandingError[] = [];
  const members = Map.groupBy(waiting, ({ memberId }) => memberId);
  for (const own of members.values()) {
    const one = await writeOne(office, own, paper, asOf);
    if (one instanceof StandingError) broken.push(one);
    else {
      const { letter, ...written } = one;
      letters.push(letter);
      addressed.push(written);
    }
    work.progress({
      doing: 'Writing the letters',
      done: addressed.length + broken.length,
      total: members.size,
      cancellable: true,
    });
    await work.breathe();
  }
  if (addressed.length === 0) throw broken[0];
  const made = { kind, step: kind, month: monthText(asOf), asOf };
  return freezeRun(office, made, addressed, paper, work, (act) => refuseOvertaken(act, kind, letters));
}

/** A case whose cycle is gone, such as by a corrected date, keeps no other’s letter back: its own waits on. */
function asBroken(error: unknown): StandingError {
  if (error instanceof StandingError && error.code === 'audit-cycle') return error;
  throw error;
}

/** The oldest letter of a member whose day has not passed, so that one that is held for that keeps back no other; else the oldest. */
async function writeOne(
  office: Office,
  own: readonly LetterToWrite[],
  paper: Stationery,
  asOf: CalendarDate,
): Promise<(Addressed & { readonly letter: LetterToWrite }) | StandingError> {
  const written: (Addressed & { readonly letter: LetterToWrite })[] = [];
  const broken: StandingError[] = [];
  for (const letter of own) {
    const addressed = await write(office, letter, paper, asOf).catch(asBroken);
    if (addressed instanceof StandingError) broken.push(addressed);
    else if (addressed.piece.heldReason !== DAY_PASSED) return { letter, ...addressed };
    else written.push({ letter, ...addressed });
  }
  const found = written[0] ?? broken[0];
  if (found === undefined) throw new Error('A member has a letter.');
  return found;
}

const DAY_PASSED = 'its day has passed' satisfies HeldReason;

async function write(
  office: Office,
  letter: LetterToWrite,
  paper: Stationery,
  asOf: CalendarDate,
): Promise<Addressed> {
  const { memberId, kind } = letter;
  const recipient = (await recipients(office.reader, { ids: [memberId] })).get(memberId);
  if (recipient === undefined) throw new Error(`The letter ${letter.letter} is to nobody.`);
  const hold = (heldReason: HeldReason, heldDetail: string | null = null): UnplacedPiece => ({
    ...{ memberId, channel: 'held', heldReason, heldDetail, content: null, given: [] },
    ...{ emailCopy: false, auditLetter: letter.letter },
  });
  if (recipient.deceasedOn !== null) return { recipient, piece: hold('deceased') };
  const { view, record, policy } = await caseGround(office, letter.audit, asOf);
  const about =
    letter.decisionId === null
      ? view.steps.find(({ step }) => step === letter.stepId)
      : view.decisions.find(({ decision }) => decision === letter.decisionId);
  if (about === undefined) throw new Error(`The letter ${letter.letter} is about nothing on record.`);
  const ground: LetterGround = { kind, view, facts: record.facts, policy, asOf, about };
  const passed = passedDay(ground);
  if (passed !== null)
    return {
      recipient,
      piece: hold(DAY_PASSED, `It would ask for proof by ${displayDate(passed)}.`),
    };
  const given = [{ certificationId: letter.certificationId, forDate: letter.askedOn }];
  const order = { step: { channel: 'print-first' as const }, stationery: paper };
  const piece = sentPiece(recipient, letterContent(recipient, ground), given, order, hold);
  return { recipient, piece: { ...piece, auditLetter: letter.letter } };
}

/** The day by which it asks for something, where that is over; null otherwise. */
function passedDay({ kind, about, asOf }: LetterGround): CalendarDate | null {
  if (kind !== 'audit-more-asked' && kind !== 'audit-extension') return null;
  return 'dueOn' in about && about.dueOn !== null && about.dueOn < asOf ? about.dueOn : null;
}

/** A decision may be withdrawn while its letter is written: then there is no run. @throws StandingError `letters-overtaken` */
async function refuseOvertaken(
  act: Write,
  kind: AuditLetterKind,
  letters: readonly LetterToWrite[],
): Promise<void> {
  const now = new Set((await lettersNotSent(readableIn(act), kind)).map(({ letter }) => letter));
  const gone = letters.find(({ letter }) => !now.has(letter));
  if (gone === undefined) return;
  throw new StandingError(
    'letters-overtaken',
    `The letter to ${gone.memberName} was dropped while the run was prepared.`,
    'Prepare the run again.',
  );
}
