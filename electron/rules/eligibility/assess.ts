import type { Assessment, EligibilityAnswers, EligibilityGuide } from '../../../shared/domain/eligibility.ts';
import { nextQuestion } from './next-question.ts';
import { routeResult } from './route-result.ts';

// SC-RECERT-4: "Recertifying as an RMA? Try the RMA Eligibility Assistant to see if you qualify for recertification by exam."

/** What to ask next and how the routes stand, by the answers alone: in whatever order they were given, the result is the same. */
export function assess({ questions, routes }: EligibilityGuide, answers: EligibilityAnswers): Assessment {
  const results = routes.map((route) => routeResult(route, questions, answers));
  return { next: nextQuestion(questions, results, answers), routes: results };
}
