import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PolicyChange, PolicyDecision, PolicyOutcome } from '../../../shared/domain/policy-decisions.ts';
import { startWork, type Work } from '../../jobs/work.ts';
import { addDecision, type NewDecision } from '../../repositories/policy-decisions.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { readableIn } from '../restand.ts';
import { refreshStandings } from '../standing.ts';
import { checkedDecision } from './checked.ts';
import { decisionWords } from './words.ts';

/**
 * Decides about a policy value: one more row of the trail, which nothing rewrites, and a journal entry. The kept standings follow, for
 * a value to come as well: a cycle's end ahead decides from when on its points are looked at. Cycles that rolled, invoices and lapses
 * on record stay as they were decided.
 * @throws StandingError `policy-unknown`, `policy-override`, `policy-same`, `policy-confirmed`, `policy-unsaid`, `policy-not-held`,
 *   `manager-needed`
 */
export async function decidePolicy(
  office: Office,
  change: PolicyChange,
  today: CalendarDate,
  work: Work,
): Promise<PolicyOutcome> {
  const decision = await office.act(async (write) => {
    const view = { reader: readableIn(write), resources: office.resources };
    const what = 'Deciding about a policy value';
    const approvedBy = await allowedBy(view, write.actor.name, change.approvedBy, what);
    const checked = await checkedDecision(view, change, today);
    const added = await addDecision(write, { ...checked.decision, approvedBy });
    write.journal({
      action: `policy.${added.kind}`,
      subject: 'policy',
      subjectId: added.name,
      detail: { before: checked.before, after: written(added), reason: added.reason, approvedBy },
    });
    return added;
  });
  const restood = await refreshStandings(office, today, seenThrough(work));
  const { unit } = (await officePolicy(office)).history(decision.name);
  return { decision, text: decisionWords(decision, unit), restood };
}

/** What the journal tells of a decision. */
function written({
  from,
  value,
  reference,
}: PolicyDecision): Pick<NewDecision, 'from' | 'value' | 'reference'> {
  return { from, value, reference };
}

/** The value is decided: what follows from it is not left half done. */
function seenThrough(work: Work): Work {
  return startWork(new AbortController().signal, (progress) =>
    work.progress({ ...progress, cancellable: false }),
  );
}
