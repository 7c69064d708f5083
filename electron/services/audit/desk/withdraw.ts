import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import { CASE_STATE_WORDS } from '../../../../shared/domain/audit-steps.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { addStep } from '../../../repositories/audit-writes.ts';
import type { Office } from '../../office.ts';
import { named, onCase, tidy } from './act.ts';
import { dropOpenLetters, refuseOnItsWay } from './drop-letter.ts';

/**
 * Takes a decision back whose letter did not go out: the case is judged on from where it was. The decision stays on record as withdrawn.
 * @throws StandingError `audit-unknown`, `nothing-to-withdraw`, `letter-on-its-way`, `reason-missing`, `card-number`
 */
export function withdrawDecision(
  office: Office,
  order: { readonly audit: number; readonly reason: string },
): Promise<CaseView> {
  return onCase(office, order.audit, async (act) => {
    const { view, books, note } = act;
    if (view.state !== 'letter-waiting')
      throw new StandingError(
        'nothing-to-withdraw',
        `${named(view)} is “${CASE_STATE_WORDS[view.state]}”: no decision waits for its letter.`,
        view.state === 'decided' ? 'A final decision is changed by an appeal.' : 'Decide the case first.',
      );
    const reason = tidy(order.reason);
    if (reason === '')
      throw new StandingError(
        'reason-missing',
        'A decision is withdrawn with a reason.',
        'Say in a few words what is to be looked at again.',
      );
    for (const letter of view.letters) await refuseOnItsWay(act, letter);
    await dropOpenLetters(act, reason);
    // A mailing that was taken back led from “decided” to where it waits.
    const decided = view.steps.findLastIndex(({ from, to }) => to === 'letter-waiting' && from !== 'decided');
    const from = view.steps[decided]?.from ?? 'in-review';
    const dueOn = view.steps.slice(0, decided).findLast(({ to }) => to === from)?.dueOn ?? null;
    await addStep(books.write, view.audit, {
      ...{ from: view.state, to: from, on: books.today, dueOn, value: null, note: reason },
    });
    const withdrawn = view.decisions.find(({ state }) => state === 'waiting');
    note('decision-withdrawn', {
      before: { outcome: withdrawn?.outcome, decidedOn: withdrawn?.decidedOn },
      after: { state: from, reason },
    });
  });
}
