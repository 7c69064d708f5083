import { officePolicy } from '../services/policy.ts';
import type { ReaderHandlers } from './handlers.ts';

export const policyReader: ReaderHandlers<'policy.book'> = {
  async 'policy.book'({ view }) {
    const policy = await officePolicy(view);
    return { values: policy.all(), sentences: policy.sentences() };
  },
};
