import type { PaperEmailReport, PaperGiven, PaperPreview } from '../domain/papers.ts';
import type { AgedReceivables, BookFile, CashJournal, PrintedPaper, Statement } from '../domain/reports.ts';
import { channel } from './define.ts';
import { paperInputs } from './paper-inputs.ts';

/** Papers about money, and the books. */
export const paperChannels = {
  'papers.preview': channel<PaperPreview>()('reader', paperInputs.paper),
  'papers.ofMember': channel<readonly PaperGiven[]>()('reader', paperInputs.member),
  'papers.chooseTarget': channel<string | null>()('main', paperInputs.name),
  'papers.print': channel<PrintedPaper>()('office', paperInputs.print),
  'papers.sendToPrinter': channel<{ readonly sent: boolean }>()('main', paperInputs.paper),
  'papers.email': channel<PaperEmailReport>()('job', paperInputs.email),
  'books.statement': channel<Statement>()('reader', paperInputs.statement),
  'books.journal': channel<CashJournal>()('reader', paperInputs.period),
  'books.aged': channel<AgedReceivables>()('reader', paperInputs.nothing),
  'books.writeLedger': channel<BookFile>()('office', paperInputs.file),
  'books.writeJournal': channel<BookFile>()('office', paperInputs.file),
} as const;
