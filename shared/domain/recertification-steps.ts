import type { RecertificationRoute } from './facts.ts';

/** Where an application for recertification can stand, in the order in which it gets there. */
export const RECERTIFICATION_STATUSES = [
  'received',
  'incomplete',
  'under-review',
  'approved',
  'authorised',
  'scheduled',
  'failed',
  'passed',
  'badge',
  'denied',
  'withdrawn',
] as const;
export type RecertificationStatus = (typeof RECERTIFICATION_STATUSES)[number];

/** In the office's words. */
export const RECERTIFICATION_WORDS: Readonly<Record<RecertificationStatus, string>> = {
  received: 'Received',
  incomplete: 'Incomplete',
  'under-review': 'Under review',
  approved: 'Approved',
  authorised: 'Authorised for the exam',
  scheduled: 'Exam scheduled',
  failed: 'Exam failed',
  passed: 'Exam passed',
  badge: 'Badge',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
};

/** A route within a sentence. */
export const BY_ROUTE: Readonly<Record<RecertificationRoute, string>> = { ccp: 'by CCP', exam: 'by exam' };

type Steps = Readonly<Record<RecertificationStatus, readonly RecertificationStatus[]>>;

// SC-RECERT-1 for the way by CCP, SC-RECERT-3 for the way by exam: they part once the application is approved.
const SHARED: Steps = {
  received: ['incomplete', 'under-review', 'withdrawn'],
  incomplete: ['under-review', 'denied', 'withdrawn'],
  'under-review': ['approved', 'incomplete', 'denied', 'withdrawn'],
  approved: [],
  authorised: [],
  scheduled: [],
  failed: [],
  passed: [],
  badge: [],
  denied: [],
  withdrawn: [],
};

const STEPS: Readonly<Record<RecertificationRoute, Steps>> = {
  ccp: { ...SHARED, approved: ['badge'] },
  exam: {
    ...SHARED,
    approved: ['authorised', 'withdrawn'],
    authorised: ['scheduled', 'withdrawn'],
    scheduled: ['passed', 'failed', 'authorised', 'withdrawn'],
    failed: ['authorised', 'denied', 'withdrawn'],
    passed: ['badge'],
  },
};

/** What may come next, the usual step first. */
export function stepsFrom(
  status: RecertificationStatus,
  route: RecertificationRoute,
): readonly RecertificationStatus[] {
  return STEPS[route][status];
}

/** The statuses that an application of a route can have, in order. */
export function statusesOf(route: RecertificationRoute): readonly RecertificationStatus[] {
  const exam = new Set<RecertificationStatus>(['authorised', 'scheduled', 'failed', 'passed']);
  return route === 'exam'
    ? RECERTIFICATION_STATUSES
    : RECERTIFICATION_STATUSES.filter((status) => !exam.has(status));
}

/** Whether its form is still filled in. */
export function isUndecided(status: RecertificationStatus): boolean {
  return status === 'received' || status === 'incomplete' || status === 'under-review';
}

/** Whether nothing comes after it. */
export function isClosed(status: RecertificationStatus): boolean {
  return status === 'badge' || status === 'denied' || status === 'withdrawn';
}

/** What a step is called on its button. */
export function stepWords(
  from: RecertificationStatus,
  to: RecertificationStatus,
): { readonly button: string; readonly needs: string } {
  if (from === 'scheduled' && to === 'authorised')
    return { button: 'Cancel the exam date', needs: 'Needs the reason' };
  if (from === 'failed' && to === 'authorised')
    return { button: 'Authorise another attempt', needs: 'Needs nothing more' };
  return WORDS[to];
}

const WORDS: Readonly<Record<RecertificationStatus, { readonly button: string; readonly needs: string }>> = {
  received: { button: 'Receive', needs: '' },
  incomplete: {
    button: 'Tell what is missing',
    needs: 'Writes one letter that names everything missing',
  },
  'under-review': { button: 'Start the review', needs: 'Needs everything on the checklist' },
  approved: { button: 'Approve', needs: 'Needs everything on the checklist, and the route to be open' },
  authorised: { button: 'Authorise for the exam', needs: 'Needs nothing more' },
  scheduled: { button: 'Schedule the exam', needs: 'Needs the day of the exam' },
  failed: { button: 'Exam failed', needs: 'Needs the exam to have been taken' },
  passed: { button: 'Exam passed', needs: 'Needs the exam to have been taken; recertifies' },
  badge: { button: 'Badge issued', needs: 'Closes the application' },
  denied: { button: 'Deny', needs: 'Needs the reason; writes the letter' },
  withdrawn: { button: 'Withdraw', needs: 'Needs the reason' },
};

/** Whether a step must say why. */
export function needsReason(from: RecertificationStatus, to: RecertificationStatus): boolean {
  return to === 'denied' || to === 'withdrawn' || (from === 'scheduled' && to === 'authorised');
}

/** Whether a step makes the certification recertified: approval by CCP, the pass by exam. */
export function recertifies(to: RecertificationStatus, route: RecertificationRoute): boolean {
  return to === (route === 'ccp' ? 'approved' : 'passed');
}
