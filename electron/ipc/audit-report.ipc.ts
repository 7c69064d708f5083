import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const auditReportReader: ReaderHandlers<'audits.report'> = {
  async 'audits.report'({ view, today }, { year }) {
    const { auditReport } = await import('../services/audit/report/report.ts');
    return auditReport(view, year, today());
  },
};

export const auditReportActions: OfficeHandlers<'audits.writeReport' | 'audits.writeReportFile'> = {
  'audits.writeReport': {
    changes: [],
    async answer({ office, today }, { year, file }) {
      const { printReport } = await import('../services/audit/report/report-paper.ts');
      return printReport(office, year, today(), file);
    },
  },
  'audits.writeReportFile': {
    changes: [],
    async answer({ office, today }, { year, file }) {
      const { writeReportFile } = await import('../services/audit/report/report-file.ts');
      return writeReportFile(office, year, today(), file);
    },
  },
};
