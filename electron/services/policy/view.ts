import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { entryOn } from '../../../shared/domain/policy.ts';
import type {
  DecisionState,
  PolicyDecision,
  PolicyValueView,
  ShownDecision,
} from '../../../shared/domain/policy-decisions.ts';
import { holding } from '../../policy/decided.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { policyDecisions } from '../../repositories/policy-decisions.ts';
import type { OfficeView } from '../office.ts';
import { shippedPolicy } from '../policy.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** One policy value with its history, as it shipped and as the office decided. @throws StandingError `policy-unknown` */
export async function policyValueView(
  view: View,
  name: string,
  today: CalendarDate,
): Promise<PolicyValueView> {
  const decisions = await policyDecisions(view.reader);
  const book = shippedPolicy(view.resources);
  const policy = book.withDecisions(decisions);
  return {
    history: policy.history(name),
    book: book.history(name),
    decisions: shownDecisions(policy, decisions, today).filter((each) => each.name === name),
  };
}

/** Every decision of the office about its policy, newest first. */
export async function policyTrail(view: View, today: CalendarDate): Promise<readonly ShownDecision[]> {
  const decisions = await policyDecisions(view.reader);
  const policy = shippedPolicy(view.resources).withDecisions(decisions);
  return shownDecisions(policy, decisions, today);
}

/** Decisions with how they stand, newest first. @param decisions in the order in which they were made */
export function shownDecisions(
  policy: PolicyBook,
  decisions: readonly PolicyDecision[],
  today: CalendarDate,
): readonly ShownDecision[] {
  const held = new Set([...holding(decisions).values()].flat().map(({ decision }) => decision));
  const byDay = Map.groupBy(decisions, ({ name, from }) => `${from} ${name}`);
  const known = new Map(policy.all().map((history) => [history.name, history]));
  return decisions.toReversed().map((decision): ShownDecision => {
    const ofThatDay = byDay.get(`${decision.from} ${decision.name}`) ?? [];
    const next = ofThatDay.find((each) => each.decision > decision.decision);
    const history = known.get(decision.name);
    const state = (): DecisionState => {
      if (decision.kind === 'withdrawn' || next?.kind === 'withdrawn') return 'withdrawn';
      if (!held.has(decision.decision)) return 'replaced';
      if (decision.from > today) return 'to-come';
      const now = history === undefined ? undefined : entryOn(history, today);
      return now?.decision === decision.decision ? 'in-force' : 'over';
    };
    return { ...decision, state: state(), replacedBy: next?.decision ?? null };
  });
}
