import type { ActivityCategory } from '../../../shared/domain/codes.ts';

/** The types of competency in the form's words (PB-CCP-5). */
export const CATEGORY_WORDS: Readonly<Record<ActivityCategory, string>> = {
  'professional-education': 'Professional education',
  'formal-education': 'Formal education',
  'employment-verification': 'Employment verification',
  authorship: 'Authorship of written work',
  'instructional-presentation': 'Instructional presentation',
  'organizational-participation': 'Organizational participation',
};
