import type { ActivityCriteria } from '../../shared/domain/facts.ts';

// SC-CCP-1: "(a) Does it help you do your (health care) job better? (b) Does it advance your knowledge in the health
// care field? (c) Does it prepare you for advanced management or a health care degree?"
// PB-CCP-7: "An activity qualifies if at least one of the three criteria of SC-CCP-1 holds."

export function meetsCriterion(criteria: ActivityCriteria): boolean {
  return criteria.job || criteria.knowledge || criteria.degree;
}
