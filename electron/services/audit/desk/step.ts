import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import {
  CASE_STATE_WORDS,
  type CaseState,
  type CaseStep,
  movesFrom,
  stepNeedsNote,
} from '../../../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { askLetter } from '../../../repositories/audit-letters.ts';
import { addStep } from '../../../repositories/audit-writes.ts';
import { dueOn } from '../../../rules/audit/due-on.ts';
import { letterOfStep } from '../../../rules/audit/step-letter.ts';
import type { Office } from '../../office.ts';
import { type CaseAct, named, onCase, tidy } from './act.ts';

export interface StepOrder {
  readonly audit: number;
  readonly to: CaseStep;
  /** The day it was taken; days to answer are counted from it. */
  readonly on: CalendarDate;
  /** Needed where more is asked or more days are given. */
  readonly note: string;
}

/**
 * Takes a step by hand. The day due follows from the office's values.
 * @throws StandingError `audit-unknown`, `step-not-allowed`, `reason-missing`, `date-impossible`
 */
export function takeStep(office: Office, { audit, to, on, note }: StepOrder): Promise<CaseView> {
  return onCase(office, audit, async (act) => {
    const { view, books } = act;
    refuseMove(view, to);
    const said = tidy(note);
    if (said === '' && stepNeedsNote(to))
      throw new StandingError(
        'reason-missing',
        `“${CASE_STATE_WORDS[to]}” needs a note.`,
        to === 'more-asked' ? 'Write what the member is asked for.' : 'Write why more days are given.',
      );
    if (on > books.today || on < view.sinceOn)
      throw new StandingError(
        'date-impossible',
        `${displayDate(on)} lies ${on > books.today ? 'ahead' : `before ${displayDate(view.sinceOn)}, since when the case is “${CASE_STATE_WORDS[view.state]}”`}.`,
        `Give a day from ${displayDate(view.sinceOn)} to ${displayDate(books.today)}.`,
      );
    await move(act, to, on, said);
  });
}

/** @throws StandingError `step-not-allowed` */
export function refuseMove(view: CaseView, to: CaseState): void {
  const allowed = movesFrom(view.state);
  if (allowed.includes(to)) return;
  throw new StandingError(
    'step-not-allowed',
    `${named(view)} is “${CASE_STATE_WORDS[view.state]}” and cannot become “${CASE_STATE_WORDS[to]}”.`,
    `It can become: ${allowed.map((one) => CASE_STATE_WORDS[one].toLowerCase()).join(', ')}.`,
  );
}

/**
 * Moves a case and writes it down; a step that the member is told of asks for its letter.
 * @param pending the decision whose letter is awaited from now on
 */
export async function move(
  { view, books, policy, note }: CaseAct,
  to: CaseState,
  on: CalendarDate,
  said: string,
  pending?: number,
): Promise<void> {
  const due = dueOn(to, on, view.dueOn, policy);
  const step = await addStep(books.write, view.audit, {
    ...{ from: view.state, to, on, note: said, ...due },
    ...(pending === undefined ? {} : { pending }),
  });
  if (to === 'letter-waiting') return;
  const kind = letterOfStep(to, policy, on);
  if (kind !== null) await askLetter(books.write, { audit: view.audit, kind, by: { step }, on: books.today });
  note('moved', {
    before: { state: view.state, dueOn: view.dueOn },
    after: { state: to, on, dueOn: due.dueOn, note: said, ...(kind === null ? {} : { letter: kind }) },
  });
}
