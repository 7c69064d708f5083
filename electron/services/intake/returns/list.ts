import type {
  PapersFate,
  ReturnCounts,
  ReturnLetter,
  ReturnLetters,
  ReturnState,
} from '../../../../shared/domain/return-letters.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { recipients } from '../../../repositories/renewal-candidates.ts';
import {
  countReturns,
  type ReturnRecord,
  returnById,
  returnsIn,
  setPapers,
  sheetsToTakeOut,
  waitingReturns,
} from '../../../repositories/return-letters.ts';
import { addressFit } from '../../notices/stationery.ts';
import type { Office, OfficeView } from '../../office.ts';
import { readableIn } from '../../restand.ts';
import { sendable } from './hold.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** Return letters in a state; those that wait with what holds them, if anything does. */
export async function returnLetters(
  view: View,
  query: { readonly state: ReturnState; readonly offset: number; readonly limit: number },
): Promise<ReturnLetters> {
  const { total, rows } = await returnsIn(view.reader, query);
  return { total, rows: await withHolds(view, rows) };
}

/** How many letters are how far, and which sheets are to be taken out of a pile. */
export async function returnCounts(view: View): Promise<ReturnCounts> {
  const waiting = await withHolds(view, await waitingReturns(view.reader));
  return {
    ...(await countReturns(view.reader)),
    held: waiting.filter(({ hold }) => hold !== null).length,
    takeOut: await sheetsToTakeOut(view.reader),
  };
}

/**
 * Says what becomes of the papers of a letter that waits.
 * @throws StandingError `letter-unknown`, `letter-settled`
 */
export function savePapers(office: Office, letter: number, papers: PapersFate): Promise<ReturnLetter> {
  return office.act(async (write) => {
    const db = readableIn(write);
    const before = await existing(db, letter);
    if (before.run !== null || before.withdrawnOn !== null)
      throw new StandingError(
        'letter-settled',
        before.run === null
          ? `The letter to ${before.memberName} was withdrawn.`
          : `The letter to ${before.memberName} is in run ${before.run} already, which says what becomes of the papers.`,
      );
    if (before.papers !== papers) {
      await setPapers(write, letter, papers);
      write.journal({
        action: 'intake.papers-set',
        subject: 'return-letter',
        subjectId: String(letter),
        detail: { before: before.papers, after: papers },
      });
    }
    const [saved] = await withHolds({ reader: db, resources: office.resources }, [
      await existing(db, letter),
    ]);
    if (saved === undefined) throw new Error('One letter gives one row.');
    return saved;
  });
}

async function existing(db: View['reader'], letter: number): Promise<ReturnRecord> {
  const found = await returnById(db, letter);
  if (found === null) throw new StandingError('letter-unknown', `There is no return letter ${letter}.`);
  return found;
}

async function withHolds(view: View, rows: readonly ReturnRecord[]): Promise<readonly ReturnLetter[]> {
  const ids = [...new Set(rows.filter(waits).map(({ memberId }) => memberId))];
  const people = await recipients(view.reader, { ids });
  const fit = ids.length === 0 ? null : await addressFit(view);
  return rows.map(({ memberId, ...row }): ReturnLetter => {
    const recipient = people.get(memberId);
    const sent = recipient === undefined || fit === null || !waits(row) ? null : sendable(recipient, fit);
    return { ...row, state: stateOf(row), hold: sent !== null && 'hold' in sent ? sent.hold : null };
  });
}

function waits({ run, withdrawnOn }: Pick<ReturnRecord, 'run' | 'withdrawnOn'>): boolean {
  return run === null && withdrawnOn === null;
}

function stateOf({ run, withdrawnOn, mailedOn }: Omit<ReturnRecord, 'memberId'>): ReturnState {
  if (withdrawnOn !== null) return 'withdrawn';
  if (run === null) return 'waiting';
  return mailedOn === null ? 'prepared' : 'mailed';
}
