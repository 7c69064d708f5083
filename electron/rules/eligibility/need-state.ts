import type {
  EligibilityAnswer,
  NeedState,
  NeedTest,
  RouteNeed,
} from '../../../shared/domain/eligibility.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';

// SC-LAPSE-0: "You must meet CURRENT eligibility criteria, not those at initial certification."

/** How a need stands by the answer to its question; undefined = not asked yet. */
export function needState({ test, otherwise }: RouteNeed, answer: EligibilityAnswer | undefined): NeedState {
  if (answer === undefined) return 'unasked';
  if (answer === null) return 'unsure';
  return holds(test, answer) ? 'met' : otherwise;
}

function holds(test: NeedTest, answer: string | number): boolean {
  if ('oneOf' in test) return test.oneOf.includes(String(answer));
  const value = Number(answer);
  if ('atLeast' in test) return value >= test.atLeast;
  if ('atMost' in test) return value <= test.atMost;
  if ('under' in test) return value < test.under;
  return assertNever(test);
}
