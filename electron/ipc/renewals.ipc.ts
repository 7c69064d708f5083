import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listRuns, renewalMonths, runPieces, runSummary } from '../services/notices/runs.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';
import { runFile, runPartFile } from './office-files.ts';

export const renewalsReader: ReaderHandlers<
  'renewals.months' | 'renewals.runs' | 'renewals.run' | 'renewals.pieces'
> = {
  'renewals.months': ({ view, today }) => renewalMonths(view, today()),
  'renewals.runs': ({ view }) => listRuns(view),
  'renewals.run': ({ view }, { run }) => runSummary(view, run),
  'renewals.pieces': ({ view }, query) => runPieces(view, query),
};

export const renewalsActions: OfficeHandlers<'renewals.markMailed' | 'renewals.unmarkMailed'> = {
  'renewals.markMailed': {
    changes: ['runs', 'members', 'audits'],
    async answer({ office }, mailing) {
      const { markMailed } = await import('../services/notices/mark-mailed.ts');
      return markMailed(office, mailing);
    },
  },
  'renewals.unmarkMailed': {
    changes: ['runs', 'members', 'audits'],
    async answer({ office }, { run }) {
      const { unmarkMailed } = await import('../services/notices/mark-mailed.ts');
      return unmarkMailed(office, run);
    },
  },
};

export const renewalsJobs: JobHandlers<'renewals.prepare' | 'renewals.print'> = {
  'renewals.prepare': {
    changes: ['runs', 'members'],
    async run({ office, today }, { step, month, again }, work) {
      const { prepareRun } = await import('../services/notices/prepare.ts');
      return prepareRun(office, { step: step ?? 'renewal', month, asOf: today(), again }, work);
    },
  },
  'renewals.print': {
    changes: ['runs', 'members'],
    async run({ office }, { run, from, to, spoiled, duplex }, work) {
      const { printRun } = await import('../services/notices/print.ts');
      const outFile =
        spoiled === true ? runPartFile(office.folder, run, 'spoiled') : runFile(office.folder, run, from, to);
      await mkdir(dirname(outFile), { recursive: true });
      return printRun(
        office,
        { run, from, to, outFile, spoiled: spoiled ?? false, ...(duplex === undefined ? {} : { duplex }) },
        work,
      );
    },
  },
};
