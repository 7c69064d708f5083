import { z } from 'zod';
import type { RunSummary } from '../domain/renewals.ts';
import {
  PAPERS_FATES,
  RETURN_STATES,
  type ReturnCounts,
  type ReturnLetter,
  type ReturnLetters,
} from '../domain/return-letters.ts';
import { channel } from './define.ts';

// Letters that send refused documents back.

export const RETURN_CHANNELS = {
  'returns.counts': channel<ReturnCounts>()('reader', z.undefined()),
  'returns.list': channel<ReturnLetters>()(
    'reader',
    z.object({
      state: z.enum(RETURN_STATES),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'returns.savePapers': channel<ReturnLetter>()(
    'office',
    z.object({ letter: z.number().int().min(1), papers: z.enum(PAPERS_FATES) }),
  ),
  /** Freezes the run of those that can be sent. */
  'returns.prepare': channel<RunSummary>()('office', z.undefined()),
} as const;
