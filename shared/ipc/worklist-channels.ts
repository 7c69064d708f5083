import { z } from 'zod';
import type { MemberCycles, StandingPreview } from '../domain/cycles.ts';
import type { ReversalChoices, ReversalOutcome } from '../domain/lapse.ts';
import type { WorklistCounts, WorklistItem, WorklistRows } from '../domain/worklists.ts';
import { channel } from './define.ts';
import { worklistInputs } from './worklist-inputs.ts';

/** The channels of cycles, worklists and lapses; part of the contract. */
export const worklistChannels = {
  'cycles.ofMember': channel<MemberCycles>()('reader', worklistInputs.member),
  'cycles.preview': channel<StandingPreview>()('reader', worklistInputs.preview),
  'cycles.correct': channel<MemberCycles>()('office', worklistInputs.correct),
  'cycles.reopen': channel<MemberCycles>()('office', worklistInputs.reopen),

  'worklists.counts': channel<WorklistCounts>()('reader', z.undefined()),
  'worklists.rows': channel<WorklistRows>()('reader', worklistInputs.page),
  'worklists.item': channel<WorklistItem>()('reader', worklistInputs.item),
  'worklists.mark': channel<WorklistItem>()('office', worklistInputs.mark),
  'worklists.export': channel<{ readonly file: string; readonly rows: number } | null>()(
    'main',
    worklistInputs.query,
  ),

  'lapse.choices': channel<ReversalChoices>()('reader', worklistInputs.choices),
  'lapse.reverse': channel<ReversalOutcome>()('office', worklistInputs.reverse),
} as const;
