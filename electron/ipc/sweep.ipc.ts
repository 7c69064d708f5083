import type { JobHandlers } from './handlers.ts';

export const sweepJobs: JobHandlers<'sweep.run'> = {
  'sweep.run': {
    changes: ['members', 'runs'],
    async run({ office, today }, { dryRun }, work) {
      const { sweep } = await import('../services/sweep/sweep.ts');
      return sweep(office, { asOf: today(), dryRun }, work);
    },
  },
};
