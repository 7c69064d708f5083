import type { CycleStateName } from '../../../shared/domain/cycles.ts';

/** The office's word for where a cycle stands. */
export const CYCLE_WORDS: Readonly<Record<CycleStateName, string>> = {
  open: 'Open',
  blocked: 'Blocked by a fee',
  'ended-short': 'Ended short',
  rolled: 'Rolled',
  waiting: 'Waiting',
  unsupported: 'Roll in doubt',
  reopened: 'Reopened',
};
