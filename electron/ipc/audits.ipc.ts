import { auditCases } from '../repositories/audit-cases.ts';
import { auditReportActions, auditReportReader } from './audit-report.ipc.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const auditsReader: ReaderHandlers<
  'audits.draws' | 'audits.drawn' | 'audits.notices' | 'audits.cases' | 'audits.report'
> = {
  ...auditReportReader,
  async 'audits.draws'({ view }) {
    const { drawSummaries } = await import('../services/audit/campaigns.ts');
    return drawSummaries(view);
  },
  async 'audits.drawn'({ view }, { year, draw }) {
    const { drawView } = await import('../services/audit/campaigns.ts');
    return drawView(view, year, draw);
  },
  async 'audits.notices'({ view, today }, { year, draw }) {
    const { auditNotices } = await import('../services/audit/notices.ts');
    return auditNotices(view, year, draw, today());
  },
  'audits.cases': ({ view }, { offset, limit, ...filter }) => auditCases(view.reader, filter, offset, limit),
};

export const auditsActions: OfficeHandlers<
  | 'audits.forCause'
  | 'audits.writePopulation'
  | 'audits.writeCertificate'
  | 'audits.writeReport'
  | 'audits.writeReportFile'
> = {
  ...auditReportActions,
  'audits.forCause': {
    changes: ['audits', 'members'],
    async answer({ office, today }, order) {
      const { auditForCause } = await import('../services/audit/for-cause.ts');
      return auditForCause(office, order, today());
    },
  },
  'audits.writePopulation': {
    changes: [],
    async answer({ office }, { year, draw, file }) {
      const { exportPopulation } = await import('../services/audit/repeat.ts');
      return exportPopulation(office, year, draw, file);
    },
  },
  'audits.writeCertificate': {
    changes: [],
    async answer({ office }, { year, draw, file }) {
      const { printCertificate } = await import('../services/audit/certificate.ts');
      return printCertificate(office, year, draw, file);
    },
  },
};

export const auditsJobs: JobHandlers<'audits.forecast' | 'audits.make' | 'audits.check'> = {
  'audits.forecast': {
    changes: [],
    async run({ office, today }, { year }, work) {
      const { forecastDraw } = await import('../services/audit/campaigns.ts');
      return forecastDraw(office, year, today(), work);
    },
  },
  'audits.make': {
    changes: ['audits', 'members'],
    async run({ office, today }, order, work) {
      const { drawAudit } = await import('../services/audit/draw.ts');
      return drawAudit(office, order, today(), work);
    },
  },
  'audits.check': {
    changes: [],
    async run({ office, today }, { year, draw }, work) {
      const { checkDraw } = await import('../services/audit/repeat.ts');
      return checkDraw(office, year, draw, today(), work);
    },
  },
};
