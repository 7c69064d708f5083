import { z } from 'zod';
import { FINDING_REASONS, VERDICTS } from '../domain/audit-findings.ts';
import { type AuditReport, REPORT_GROUPS, REPORT_PARTS } from '../domain/audit-report.ts';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import { channel } from './define.ts';

// The report of a year's audit, and the lists behind its figures.

const year = z.number().int().min(1900).max(2200);
const target = z.object({ year, file: z.string().min(1).max(4096) });

/** The cases behind one figure of a report. */
export const reportList = z.object({
  year,
  group: z.enum(REPORT_GROUPS),
  part: z.enum(REPORT_PARTS),
  code: z.enum(CERTIFICATION_CODES).nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.enum(FINDING_REASONS).nullable(),
  reviewer: z.string().max(120).nullable(),
});

export const auditReportChannels = {
  'audits.report': channel<AuditReport>()('reader', z.object({ year })),
  'audits.writeReport': channel<{ readonly file: string; readonly pages: number }>()('office', target),
  'audits.writeReportFile': channel<{ readonly file: string; readonly rows: number }>()('office', target),
} as const;
