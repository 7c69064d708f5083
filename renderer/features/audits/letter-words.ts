import type { LetterState } from '../../../shared/domain/audit-letters.ts';

/** Where a letter is, by shape and word. */
export const LETTER_STATE_WORDS: Readonly<Record<LetterState, string>> = {
  waiting: '○ waits for a run',
  held: '■ held',
  failed: '▲ did not arrive',
  prepared: '◔ in a run, not out yet',
  printed: '◑ printed, not mailed',
  sent: '● sent',
  dropped: '– dropped',
};
