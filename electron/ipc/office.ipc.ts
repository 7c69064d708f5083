import { createOffice, discardOffice } from '../services/office.ts';
import { officeProfile, saveProfile } from '../services/profile.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';
import { officeState } from './office-state.ts';

export const officeReader: ReaderHandlers<'office.profile'> = {
  'office.profile': ({ view }) => officeProfile(view),
};

export const officeActions: OfficeHandlers<'office.saveProfile'> = {
  'office.saveProfile': {
    changes: ['office'],
    answer: ({ office }, profile) => saveProfile(office, profile),
  },
};

export const officeJobs: JobHandlers<'office.createSample'> = {
  'office.createSample': {
    changes: ['office', 'members', 'runs', 'imports', 'policy'],
    async run(desk, { folder: chosen, members }, work) {
      const { fillSampleOffice } = await import('../services/sample/fill-sample-office.ts');
      const folder = chosen ?? desk.start.sampleFolder;
      const { actor, resources } = desk.start;
      const office = await createOffice({ folder, actor, clock: desk.clock, resources });
      try {
        const asOf = desk.today();
        await fillSampleOffice(office, { members, seed: SAMPLE_SEED, asOf }, work);
        const { sweep } = await import('../services/sweep/sweep.ts');
        await sweep(office, { asOf, dryRun: false }, work);
      } catch (error) {
        await discardOffice(office);
        throw error;
      }
      await desk.adopt(office);
      return officeState(office, desk.start, desk.today());
    },
  },
};

/** One and the same sample office for everybody who asks for one of this size. */
const SAMPLE_SEED = 1;
