import type {
  EligibilityAnswers,
  EligibilityQuestion,
  RouteResult,
} from '../../../shared/domain/eligibility.ts';

/**
 * The first question not answered yet that a route still open needs; null where there is none. What only closed routes need is not
 * asked, so that each answer narrows what follows. One question is answered at a time and none twice: every path ends.
 */
export function nextQuestion(
  questions: readonly EligibilityQuestion[],
  routes: readonly RouteResult[],
  answers: EligibilityAnswers,
): EligibilityQuestion | null {
  const wanted = new Set(
    routes
      .filter(({ state }) => state === 'open')
      .flatMap(({ route }) => route.needs.map(({ question }) => question)),
  );
  return questions.find(({ id }) => wanted.has(id) && !Object.hasOwn(answers, id)) ?? null;
}
