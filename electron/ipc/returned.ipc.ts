import { addressesToFind, returnedRows } from '../repositories/returned-mail.ts';
import { confirmAddress, recordReturned, undoReturned } from '../services/mail/returned.ts';
import { returnedLetter } from '../services/mail/returned-letter.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const returnedReader: ReaderHandlers<'returned.letter' | 'returned.list' | 'returned.toFind'> = {
  'returned.letter': ({ view }, { text }) => returnedLetter(view, text),
  'returned.list': ({ view }, { offset, limit }) => returnedRows(view.reader, offset, limit),
  'returned.toFind': ({ view }, { offset, limit }) => addressesToFind(view.reader, offset, limit),
};

export const returnedActions: OfficeHandlers<
  'returned.record' | 'returned.undo' | 'returned.confirmAddress'
> = {
  'returned.record': {
    changes: ['members', 'runs'],
    answer: ({ office, today }, request) => recordReturned(office, { ...request, on: today() }),
  },
  'returned.undo': {
    changes: ['members', 'runs'],
    answer: ({ office }, { run, sheet }) => undoReturned(office, run, sheet),
  },
  'returned.confirmAddress': {
    changes: ['members'],
    async answer({ office }, { memberNo }) {
      await confirmAddress(office, memberNo);
      return null;
    },
  },
};
