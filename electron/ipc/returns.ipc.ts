import { returnCounts, returnLetters, savePapers } from '../services/intake/returns/list.ts';
import { prepareReturns } from '../services/intake/returns/prepare.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const returnsReader: ReaderHandlers<'returns.counts' | 'returns.list'> = {
  'returns.counts': ({ view }) => returnCounts(view),
  'returns.list': ({ view }, query) => returnLetters(view, query),
};

export const returnsActions: OfficeHandlers<'returns.savePapers' | 'returns.prepare'> = {
  'returns.savePapers': {
    changes: ['intake'],
    answer: ({ office }, { letter, papers }) => savePapers(office, letter, papers),
  },
  'returns.prepare': {
    changes: ['intake', 'runs'],
    answer: ({ office, today }) => prepareReturns(office, today()),
  },
};
