import type { OfficeHandlers } from './handlers.ts';

export const jobsActions: OfficeHandlers<'jobs.cancel'> = {
  'jobs.cancel': {
    changes: [],
    answer({ jobs }, { job }) {
      jobs.cancel(job);
      return null;
    },
  },
};
