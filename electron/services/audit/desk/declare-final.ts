import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import { AUDIT_LETTER_TITLES, isDecisionLetter } from '../../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { dropLetters } from '../../../repositories/audit-letters.ts';
import { allowedBy } from '../../managers.ts';
import type { Office } from '../../office.ts';
import { makeFinal } from '../letters/finality.ts';
import { named, onCase, tidy } from './act.ts';

/** That a decision is final though its letter cannot go out. */
export interface DeclareOrder {
  readonly audit: number;
  /** The day on which the member was told. */
  readonly on: CalendarDate;
  /** How, with what shows it: `Certified mail 7021 0950 0001 2345 6789, delivered`. */
  readonly way: string;
  readonly reason: string;
  /** The manager who allows it; null = the one who acts. */
  readonly approvedBy: string | null;
}

/**
 * Declares a decision final whose letter a run held, on a manager’s word: the member was told in another way.
 * @throws StandingError `audit-unknown`, `letter-not-held`, `way-missing`, `reason-missing`, `date-impossible`, `manager-needed`,
 * `card-number`
 */
export function declareFinal(office: Office, order: DeclareOrder): Promise<CaseView> {
  return onCase(office, order.audit, async (act) => {
    const { view, books, note } = act;
    const letter = view.letters.findLast(({ kind }) => isDecisionLetter(kind));
    const decision = view.decisions.find(({ state }) => state === 'waiting');
    if (
      decision === undefined ||
      letter === undefined ||
      (letter.state !== 'held' && letter.state !== 'failed')
    )
      throw new StandingError(
        'letter-not-held',
        decision === undefined
          ? `${named(view)} has no decision that waits for its letter.`
          : `“${AUDIT_LETTER_TITLES[letter?.kind ?? 'audit-compliant']}” of ${view.memberName} is not held: it can go out.`,
        decision === undefined ? 'Decide the case first.' : 'Prepare the run of these letters.',
      );
    const way = tidy(order.way);
    if (way === '')
      throw new StandingError(
        'way-missing',
        'A decision is declared final with the way in which the member was told.',
        'Name it with what shows it, such as the number of the certified mail.',
      );
    const reason = tidy(order.reason);
    if (reason === '')
      throw new StandingError(
        'reason-missing',
        'A decision is declared final with a reason.',
        'Say in a few words why its letter cannot go out.',
      );
    const { on } = order;
    if (on > books.today || on < decision.decidedOn)
      throw new StandingError(
        'date-impossible',
        `The member cannot have been told on ${displayDate(on)} of a decision of ${displayDate(decision.decidedOn)}.`,
        `Give a day from ${displayDate(decision.decidedOn)} to ${displayDate(books.today)}.`,
      );
    const approvedBy = await allowedBy(
      { reader: books.db },
      books.actor,
      order.approvedBy,
      'Declaring a decision final without its letter',
    );
    await dropLetters(books.write, [letter.letter], { reason: `Told otherwise: ${way}`, on: books.today });
    await makeFinal(
      books.write,
      books.db,
      { audit: view.audit, decision: decision.decision, outcome: decision.outcome },
      { how: 'declared', on, piece: null, way, reason, approvedBy },
    );
    note('declared-final', {
      before: { letter: letter.state, held: letter.detail },
      after: { outcome: decision.outcome, on, way, reason, approvedBy },
    });
  });
}
