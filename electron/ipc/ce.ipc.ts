import { listOfferings } from '../services/ce/catalogue.ts';
import { enterOffering, updateOffering } from '../services/ce/enter.ts';
import { memberPrices } from '../services/ce/price.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const ceReader: ReaderHandlers<'ce.offerings' | 'ce.prices'> = {
  'ce.offerings': ({ view }, query) => listOfferings(view, query),
  'ce.prices': ({ view }, asked) => memberPrices(view, asked),
};

export const ceActions: OfficeHandlers<'ce.enter' | 'ce.update'> = {
  'ce.enter': {
    changes: ['office'],
    answer: ({ office }, typed) => enterOffering(office, typed),
  },
  'ce.update': {
    changes: ['office'],
    answer: ({ office }, { offering, as, priceFrom }) => updateOffering(office, offering, as, priceFrom),
  },
};

export const ceJobs: JobHandlers<'ce.import'> = {
  'ce.import': {
    changes: ['office'],
    async run({ office }, order, work) {
      const { importOfferings } = await import('../services/ce/import.ts');
      return importOfferings(office, order, work);
    },
  },
};
