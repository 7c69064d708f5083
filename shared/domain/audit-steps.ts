/** Where a case of the audit can stand, in the order in which it gets there. */
export const CASE_STATES = [
  'selected',
  'notice-sent',
  'waiting',
  'received',
  'in-review',
  'more-asked',
  'extension',
  'letter-waiting',
  'decided',
  'appealed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** In the office's words. */
export const CASE_STATE_WORDS: Readonly<Record<CaseState, string>> = {
  selected: 'Selected',
  'notice-sent': 'Notice sent',
  waiting: 'Waiting',
  received: 'Received',
  'in-review': 'In review',
  'more-asked': 'More asked',
  extension: 'Extension',
  'letter-waiting': 'Decided, letter waiting',
  decided: 'Decided',
  appealed: 'Appealed',
};

// A decision is final with its letter, not before: until then it can be taken back.
// PB-AUD-2: the selected members get a notice and are asked for proof; SC-DOC-1: what they send is taken for review. Without an answer the
// review decides by what there is (PB-AUD-3).
const MOVES: Readonly<Record<CaseState, readonly CaseState[]>> = {
  selected: ['notice-sent', 'received'],
  'notice-sent': ['received', 'waiting', 'extension', 'in-review'],
  waiting: ['received', 'extension', 'in-review'],
  received: ['in-review'],
  'in-review': ['letter-waiting', 'more-asked', 'extension'],
  'more-asked': ['received', 'extension', 'in-review'],
  extension: ['received', 'waiting', 'in-review'],
  'letter-waiting': ['decided'],
  decided: ['appealed'],
  appealed: ['letter-waiting'],
};

/** What may come next, the usual one first; decisions and appeals included. */
export function movesFrom(state: CaseState): readonly CaseState[] {
  return MOVES[state];
}

/** A step that somebody takes by hand; a decision and an appeal are acts of their own. */
export type CaseStep = Exclude<CaseState, 'selected' | 'letter-waiting' | 'decided' | 'appealed'>;

/** The steps that can be taken by hand, the usual one first. */
export function stepsFrom(state: CaseState): readonly CaseStep[] {
  return MOVES[state].filter(
    (to): to is CaseStep =>
      to !== 'letter-waiting' && to !== 'decided' && to !== 'appealed' && to !== 'selected',
  );
}

/** What a step is called on its button, and what it does. */
export const CASE_STEP_WORDS: Readonly<Record<CaseStep, { readonly button: string; readonly says: string }>> =
  {
    'notice-sent': {
      button: 'Notice sent',
      says: 'The member was asked for proof; the days to answer begin.',
    },
    waiting: {
      button: 'Waiting for proof',
      says: 'The member was reached; the papers are to come by the same day.',
    },
    received: { button: 'Proof received', says: 'Something came; the days to review it begin.' },
    'in-review': { button: 'Start the review', says: 'What came is judged, activity by activity.' },
    'more-asked': {
      button: 'Ask for more',
      says: 'The member is asked for what is missing; the days for it begin.',
    },
    extension: { button: 'Grant an extension', says: 'The member gets more days, counted from the day due.' },
  };

/** Whether a step must say why. */
export function stepNeedsNote(to: CaseStep): boolean {
  return to === 'more-asked' || to === 'extension';
}

/** Whether activities can be judged: in review, and again on appeal. */
export function isJudged(state: CaseState): boolean {
  return state === 'in-review' || state === 'appealed';
}
