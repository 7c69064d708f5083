import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const eligibilityReader: ReaderHandlers<'eligibility.view'> = {
  async 'eligibility.view'({ view, today }, order) {
    const { eligibility } = await import('../services/eligibility/assistant.ts');
    return eligibility(view, { ...order, on: today() });
  },
};

export const eligibilityActions: OfficeHandlers<'eligibility.print'> = {
  'eligibility.print': {
    changes: ['members'],
    async answer({ office, today }, order) {
      const { printEligibility } = await import('../services/eligibility/print.ts');
      return printEligibility(office, { ...order, on: today() });
    },
  },
};
