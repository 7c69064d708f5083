/** What a run's pieces are: which letter they are written with. */
export const RUN_KINDS = [
  'renewal',
  'reminder',
  'past-due',
  'final',
  'ccp',
  'lapse',
  'audit',
  'decision',
  'labels',
] as const;
export type RunKind = (typeof RUN_KINDS)[number];
