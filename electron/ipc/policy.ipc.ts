import { policyTrail, policyValueView } from '../services/policy/view.ts';
import { officePolicy } from '../services/policy.ts';
import type { JobHandlers, ReaderHandlers } from './handlers.ts';

export const policyReader: ReaderHandlers<'policy.book' | 'policy.value' | 'policy.trail'> = {
  async 'policy.book'({ view }) {
    const policy = await officePolicy(view);
    return { values: policy.all(), sentences: policy.sentences() };
  },
  'policy.value': ({ view, today }, { name }) => policyValueView(view, name, today()),
  'policy.trail': ({ view, today }) => policyTrail(view, today()),
};

export const policyJobs: JobHandlers<'policy.decide'> = {
  'policy.decide': {
    changes: ['policy', 'members'],
    async run({ office, today }, change, work) {
      const { decidePolicy } = await import('../services/policy/decide.ts');
      return decidePolicy(office, change, today(), work);
    },
  },
};
