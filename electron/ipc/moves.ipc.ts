import type { JobHandlers } from './handlers.ts';

export const movesJobs: JobHandlers<'moves.export' | 'moves.preview' | 'moves.apply'> = {
  'moves.export': {
    changes: [],
    async run({ office }, request, work) {
      const { exportAddresses } = await import('../services/moves/export.ts');
      return exportAddresses(office, request, work);
    },
  },
  'moves.preview': {
    changes: [],
    async run({ office }, request, work) {
      const { previewMoves } = await import('../services/moves/apply.ts');
      return previewMoves(office, request, work);
    },
  },
  'moves.apply': {
    changes: ['members', 'runs'],
    async run({ office }, request, work) {
      const { applyMoves } = await import('../services/moves/apply.ts');
      return applyMoves(office, request, work);
    },
  },
};
