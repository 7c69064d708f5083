import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import { decisionLetter } from '../../../../shared/domain/audit-letters.ts';
import type { AuditOutcome } from '../../../../shared/domain/facts.ts';
import type { Reason } from '../../../../shared/domain/standing.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { foldText } from '../../../../shared/util/fold.ts';
import { askLetter } from '../../../repositories/audit-letters.ts';
import { addDecision, addOpinion, type NewDecision } from '../../../repositories/audit-writes.ts';
import { citationOf } from '../../cycles/citation.ts';
import { allowedBy } from '../../managers.ts';
import type { Office } from '../../office.ts';
import { type CaseAct, named, onCase, refuseUnjudged, tidy } from './act.ts';
import { dropOpenLetters } from './drop-letter.ts';
import { move } from './step.ts';

export interface DecisionOrder {
  readonly audit: number;
  readonly outcome: AuditOutcome;
  /** Needed where an appeal is decided. */
  readonly reason: string;
  /** The sentence that a reversal follows; null = the one that the rules name. */
  readonly citation: string | null;
}

/**
 * Confirms the outcome that the rules compute. A compliant one decides the case at once; a non-compliant one waits for a second reviewer
 * (`second`). Either is final only with its letter: the member lapses by audit (SC-LAPSE-3) the day that goes out.
 * @throws StandingError `audit-unknown`, `audit-not-in-review`, `outcome-not-found`, `reason-missing`, `citation-unknown`
 */
export function decideCase(office: Office, order: DecisionOrder): Promise<CaseView> {
  return onCase(office, order.audit, async (act) => {
    const { view, books, policy, note } = act;
    refuseUnjudged(view);
    refuseOtherOutcome(view, order.outcome);
    const reason = tidy(order.reason);
    refuseUnsaid(view, reason);
    const citation = citationOf(policy, order.citation ?? view.computed.reasons.at(-1)?.citation ?? '');
    if (order.outcome === 'compliant') {
      await close(act, { outcome: 'compliant', decidedBy: books.actor, secondBy: null, reason, citation });
      return;
    }
    await addOpinion(books.write, view.audit, {
      of: null,
      agrees: null,
      citation,
      note: reason,
      on: books.today,
      reviewer: books.actor,
    });
    note('proposed', { before: null, after: { outcome: order.outcome, citation, reason } });
  });
}

export interface SecondOrder {
  readonly audit: number;
  /** A manager who sits at the same desk; null = the one who acts. */
  readonly by: string | null;
  readonly agrees: boolean;
  /** Needed to disagree. */
  readonly note: string;
}

/**
 * What a second reviewer says of a proposed non-compliant outcome: it decides the case, or sends it back into review.
 * @throws StandingError `audit-unknown`, `nothing-proposed`, `second-reviewer`, `manager-needed`, `reason-missing`, `outcome-not-found`
 */
export function secondReview(office: Office, order: SecondOrder): Promise<CaseView> {
  return onCase(office, order.audit, async (act) => {
    const { view, books, note, waiting } = act;
    if (waiting === null)
      throw new StandingError(
        'nothing-proposed',
        `${named(view)} has no outcome that waits for a second reviewer.`,
        'A first reviewer proposes it.',
      );
    const by = order.by?.trim() || books.actor;
    if (foldText(by) === foldText(waiting.by))
      throw new StandingError(
        'second-reviewer',
        `${waiting.by} proposed the outcome and cannot be its second reviewer, too.`,
        'Another person has to look at the case.',
      );
    const reviewer =
      by === books.actor
        ? by
        : await allowedBy({ reader: books.db }, books.actor, by, 'A second review at this desk');
    const said = tidy(order.note);
    if (!order.agrees && said === '')
      throw new StandingError(
        'reason-missing',
        'To disagree needs a note.',
        'Say what the first reviewer is to look at again.',
      );
    if (order.agrees) refuseOtherOutcome(view, 'non-compliant');
    await addOpinion(books.write, view.audit, {
      of: waiting.id,
      agrees: order.agrees,
      citation: '',
      note: said,
      on: books.today,
      reviewer,
    });
    note('seconded', {
      before: { by: waiting.by },
      after: { by: reviewer, agrees: order.agrees, note: said },
    });
    if (!order.agrees) return;
    await close(act, {
      outcome: 'non-compliant',
      decidedBy: waiting.by,
      secondBy: reviewer,
      reason: waiting.note,
      citation: waiting.citation,
    });
  });
}

/** The rules compute the outcome; a person can only confirm it, or not. @throws StandingError `outcome-not-found` */
function refuseOtherOutcome({ computed, ...view }: CaseView, outcome: AuditOutcome): void {
  const found =
    computed.outcome === outcome || (outcome === 'non-compliant' && computed.outcome === 'more-asked');
  if (found) return;
  throw new StandingError(
    'outcome-not-found',
    `${named(view)} cannot be decided as ${outcome}: ${words(computed.reasons)}`,
    computed.outcome === 'open' ? 'Judge what is left first.' : 'See what was found about each activity.',
  );
}

function words(reasons: readonly Reason[]): string {
  return reasons.map(({ text, citation }) => `${text} (${citation})`).join(' ');
}

/** @throws StandingError `reason-missing` */
function refuseUnsaid(view: CaseView, reason: string): void {
  if (view.state !== 'appealed' || reason !== '') return;
  throw new StandingError(
    'reason-missing',
    'The decision on an appeal needs its reason.',
    'Say in a few words what the appeal changed, or why it changed nothing.',
  );
}

type Closing = Pick<NewDecision, 'outcome' | 'decidedBy' | 'secondBy' | 'reason' | 'citation'>;

/**
 * Decides the case. The rules read nothing of it yet: the decision waits for its letter, and is final the day that goes out. Letters of
 * the way to it that did not go out are dropped.
 */
async function close(act: CaseAct, closing: Closing): Promise<void> {
  const { view, books, note } = act;
  const { computed, outcome: before } = view;
  const decision: NewDecision = {
    ...closing,
    decidedOn: books.today,
    counted: computed.counted,
    required: computed.required,
    reasons: computed.reasons,
    reversal: before !== null && before !== closing.outcome,
  };
  const id = await addDecision(books.write, view.audit, decision);
  await dropOpenLetters(act, 'Overtaken by the decision');
  await move(act, 'letter-waiting', books.today, closing.reason, id);
  const kind = decisionLetter(closing.outcome, before !== null);
  await askLetter(books.write, { audit: view.audit, kind, by: { decision: id }, on: books.today });
  const { reasons: _reasons, ...after } = decision;
  note('decided', { before: { outcome: before }, after: { ...after, letter: kind } });
}
