import type {
  EligibilityAnswers,
  EligibilityQuestion,
  EligibilityRoute,
  RouteResult,
} from '../../../shared/domain/eligibility.ts';
import { needState } from './need-state.ts';

/** How a route stands after some answers. Of several needs that close it, the one asked first is named, however much was answered. */
export function routeResult(
  route: EligibilityRoute,
  questions: readonly EligibilityQuestion[],
  answers: EligibilityAnswers,
): RouteResult {
  const needs = route.needs.map((need) => ({ need, state: needState(need, answers[need.question]) }));
  const closing = needs.filter(({ state }) => state === 'out');
  for (const { id } of questions) {
    const closedBy = closing.find(({ need }) => need.question === id);
    if (closedBy !== undefined) return { route, state: 'out', needs, closedBy: closedBy.need };
  }
  const open = needs.some(({ state }) => state === 'unasked');
  return { route, state: open ? 'open' : 'fits', needs, closedBy: null };
}
