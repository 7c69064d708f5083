import type { CeCategory } from '../../../shared/domain/ce.ts';

/** The categories of PB-CCP-5 in the office's words. */
export const CATEGORY_WORDS: Readonly<Record<CeCategory, string>> = {
  'professional-education': 'Professional education',
  'formal-education': 'Formal education',
  authorship: 'Authorship of written work',
  'instructional-presentation': 'Instructional presentation',
  'organizational-participation': 'Organizational participation',
};
