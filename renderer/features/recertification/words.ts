import type { BadgeStep } from '../../../shared/domain/badges.ts';
import type { RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { ApplicationSummary, RecertificationPaperKind } from '../../../shared/domain/recertification.ts';
import type { LapseCause } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

export const ROUTE_WORDS: Readonly<Record<RecertificationRoute, string>> = { ccp: 'By CCP', exam: 'By exam' };

export const PAPER_WORDS: Readonly<Record<RecertificationPaperKind, string>> = {
  'recertification-missing': 'Letter: what is missing',
  'recertification-denied': 'Letter: denied',
  certificate: 'Certificate',
  'wallet-card': 'Wallet card',
};

/** How far the badge is, within a sentence. */
export const BADGE_STEP_WORDS: Readonly<Record<BadgeStep, string>> = {
  waiting: 'it waits for the next file to Credly',
  held: 'it is held back',
  exported: 'it went to Credly in a file',
  issued: 'Credly has issued it',
  claimed: 'the member has claimed it',
  revoked: 'Credly has revoked it',
  withdrawn: 'the request was withdrawn',
};

export const CAUSE_WORDS: Readonly<Record<LapseCause, string>> = {
  fees: 'annual fees unpaid for three years',
  points: 'the cycle ended without its CCP points',
  audit: 'the CCP audit was not met',
};

/** What a card needs next, in a few words. */
export function cardNote({ status, route, missing, owedCents, examOn }: ApplicationSummary): string {
  if (status === 'scheduled' && examOn !== null) return `Exam ${displayDate(examOn)}`;
  if (status === 'authorised') return 'Exam to schedule';
  if (status === 'failed') return 'Exam failed';
  if (status === 'approved' && route === 'exam') return 'Exam to authorise';
  if (status === 'approved' || status === 'passed') return 'Badge to follow';
  const owed = owedCents !== null && owedCents > 0 ? `${displayCents(owedCents)} owed` : '';
  if (missing === 0) return 'Complete';
  return [`${missing} missing`, owed].filter((part) => part !== '').join(' · ');
}
