import { keptTrials } from '../services/what-if/kept.ts';
import type { JobHandlers, OfficeHandlers } from './handlers.ts';

/** In the office thread's memory: a trial writes nothing. */
const kept = keptTrials();

export const whatIfActions: OfficeHandlers<'whatIf.rows'> = {
  'whatIf.rows': {
    changes: [],
    async answer({ office }, { trial, ...query }) {
      const { trialRows } = await import('../services/what-if/rows.ts');
      return trialRows(office, kept.of(trial, office), query);
    },
  },
};

export const whatIfJobs: JobHandlers<'whatIf.run' | 'whatIf.export'> = {
  'whatIf.run': {
    changes: [],
    async run({ office, today }, { asOf, against, ...trial }, work, job) {
      const { tryOut } = await import('../services/what-if/try-out.ts');
      const days = { asOf: asOf ?? today(), against: against ?? today() };
      const tried = await tryOut(office, { ...trial, ...days }, work);
      kept.keep(job, office, tried);
      return tried.report;
    },
  },
  'whatIf.export': {
    changes: [],
    async run({ office }, { trial, file, ...query }, work) {
      const { exportTrial } = await import('../services/what-if/export.ts');
      return exportTrial(office, kept.of(trial, office), query, file, work);
    },
  },
};
