import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';

/** The parts of each letter of the audit desk, in the order in which they are printed. */
export const CASE_SECTIONS = {
  'audit-received': ['subject', 'greeting', 'opening-one', 'what-next', 'closing'],
  'audit-more-asked': [
    'subject',
    'greeting',
    'opening-one',
    /** What the reviewer asks for. */
    'what-is-missing',
    'how-to-send',
    'if-not-shown',
    'closing',
  ],
  'audit-extension': ['subject', 'greeting', 'opening-one', 'if-not-shown', 'closing'],
  'audit-compliant': ['subject', 'greeting', 'opening-one', 'keep', 'closing'],
  'audit-non-compliant': [
    'subject',
    'greeting',
    'opening-one',
    /** That the certification lapsed. */
    'lapsed',
    'back-by-ccp',
    'back-by-exam',
    'how-to-appeal',
    'closing',
  ],
  'audit-appeal-received': ['subject', 'greeting', 'opening-one', 'stands', 'closing'],
  'audit-appeal-decision': [
    'subject',
    'greeting',
    'opening-one',
    /** Where the decision before stands; where it is reversed, by what it is now. */
    'upheld',
    'now-compliant',
    'now-non-compliant',
    'back-by-ccp',
    'back-by-exam',
    'how-to-appeal',
    'closing',
  ],
} as const satisfies Readonly<Record<AuditLetterKind, readonly string[]>>;

export type CaseSection = (typeof CASE_SECTIONS)[AuditLetterKind][number];
