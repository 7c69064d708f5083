import { fileOf, linesOf, listFiles } from '../services/reconcile/lists.ts';
import { acceptSuggestion, leaveLine, undoLine } from '../services/reconcile/work-line.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const reconcileReader: ReaderHandlers<'reconcile.files' | 'reconcile.file' | 'reconcile.lines'> = {
  'reconcile.files': ({ view }, page) => listFiles(view, page),
  'reconcile.file': ({ view }, { deposit }) => fileOf(view, deposit),
  'reconcile.lines': ({ view }, query) => linesOf(view, query),
};

export const reconcileActions: OfficeHandlers<'reconcile.accept' | 'reconcile.leave' | 'reconcile.undo'> = {
  'reconcile.accept': {
    changes: ['payments', 'members'],
    answer: ({ office }, line) => acceptSuggestion(office, line),
  },
  'reconcile.leave': {
    changes: ['payments'],
    answer: ({ office }, order) => leaveLine(office, order),
  },
  'reconcile.undo': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => undoLine(office, order),
  },
};

export const reconcileJobs: JobHandlers<'reconcile.read' | 'reconcile.enter'> = {
  'reconcile.read': {
    changes: [],
    async run({ office }, request, work) {
      const { readReceipts } = await import('../services/reconcile/read.ts');
      return readReceipts(office, request, work);
    },
  },
  'reconcile.enter': {
    changes: ['payments', 'members', 'office'],
    async run({ office }, request, work) {
      const { enterReceipts } = await import('../services/reconcile/enter.ts');
      return enterReceipts(office, request, work);
    },
  },
};
