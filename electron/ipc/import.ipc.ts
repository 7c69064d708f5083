import type { JobHandlers, ReaderHandlers } from './handlers.ts';
import { rejectedRowsFile } from './office-files.ts';

export const importReader: ReaderHandlers<'import.inspect'> = {
  async 'import.inspect'(_desk, { file, kind }) {
    const { inspectImport } = await import('../services/import/inspect.ts');
    return inspectImport(file, kind);
  },
};

export const importJobs: JobHandlers<'import.start'> = {
  'import.start': {
    changes: ['members', 'imports', 'runs'],
    async run({ office, today }, request, work, job) {
      const { runImport } = await import('../services/import/run-import.ts');
      const errorsFile = rejectedRowsFile(office.folder, job);
      return runImport(office, { ...request, errorsFile, asOf: today() }, work);
    },
  },
};
