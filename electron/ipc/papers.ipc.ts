import { agedReceivables } from '../services/reports/aged-receivables.ts';
import { cashJournal } from '../services/reports/cash-journal.ts';
import { memberStatement } from '../services/reports/statement.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const papersReader: ReaderHandlers<
  'papers.preview' | 'papers.ofMember' | 'books.statement' | 'books.journal' | 'books.aged'
> = {
  async 'papers.preview'({ view }, paper) {
    const { previewPaper } = await import('../services/reports/papers.ts');
    return previewPaper(view, paper);
  },
  async 'papers.ofMember'({ view }, { memberNo }) {
    const { memberPapers } = await import('../services/reports/papers.ts');
    return memberPapers(view, memberNo);
  },
  'books.statement': ({ view }, { memberNo, ...period }) => memberStatement(view, memberNo, period),
  'books.journal': ({ view }, period) => cashJournal(view, period),
  'books.aged': ({ view, today }) => agedReceivables(view, today()),
};

export const papersActions: OfficeHandlers<'papers.print' | 'books.writeLedger' | 'books.writeJournal'> = {
  'papers.print': {
    changes: ['payments'],
    async answer({ office }, { paper, file }) {
      const { printPaper } = await import('../services/reports/papers.ts');
      return printPaper(office, paper, file);
    },
  },
  'books.writeLedger': {
    changes: [],
    async answer({ office }, { file, ...period }) {
      const { writeLedger } = await import('../services/reports/ledger-file.ts');
      return writeLedger(office, period, file);
    },
  },
  'books.writeJournal': {
    changes: [],
    async answer({ office }, { file, ...period }) {
      const { writeJournal } = await import('../services/reports/journal-file.ts');
      return writeJournal(office, period, file);
    },
  },
};

export const papersJobs: JobHandlers<'papers.email'> = {
  'papers.email': {
    changes: ['payments', 'members'],
    lane: 'mail',
    async run({ office }, request, work) {
      const { emailPaper } = await import('../services/reports/email-paper.ts');
      return emailPaper(office, request, work);
    },
  },
};
