import { z } from 'zod';
import type {
  AuditCases,
  AuditDraw,
  AuditDrawSummary,
  AuditForecast,
  DrawCheck,
} from '../domain/audit-draw.ts';
import type { AuditNotices } from '../domain/audit-notices.ts';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import { auditReportChannels } from './audit-report-channels.ts';
import { channel } from './define.ts';

// The annual audit: its draws and the audits they opened.

const year = z.number().int().min(1900).max(2200);
const draw = z.object({ year, draw: z.number().int().min(1).max(1000) });
const target = draw.extend({ file: z.string().min(1).max(4096) });
const reason = z.string().max(500);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

export const auditChannels = {
  'audits.draws': channel<readonly AuditDrawSummary[]>()('reader', z.undefined()),
  'audits.drawn': channel<AuditDraw>()('reader', draw),
  'audits.notices': channel<AuditNotices>()('reader', draw),
  'audits.cases': channel<AuditCases>()(
    'reader',
    z.object({
      state: z.enum(['open', 'closed']).nullable(),
      of: z.union([draw, z.literal('for-cause')]).nullable(),
      ...page,
    }),
  ),
  'audits.forecast': channel<AuditForecast>()('job', z.object({ year })),
  'audits.make': channel<AuditDraw>()(
    'job',
    z.object({
      year,
      rate: z.number().gt(0).max(1).nullable(),
      size: z.number().int().min(1).nullable(),
      seed: z.string().trim().min(1).max(200).nullable(),
      reason: reason.nullable(),
    }),
  ),
  'audits.check': channel<DrawCheck>()('job', draw),
  'audits.forCause': channel<{ readonly memberNo: string; readonly cycleStart: string }>()(
    'office',
    z.object({ memberNo: z.string().min(1).max(32), code: z.enum(CERTIFICATION_CODES), reason }),
  ),
  'audits.chooseTarget': channel<string | null>()('main', z.object({ name: z.string().min(1).max(120) })),
  'audits.writePopulation': channel<{ readonly file: string; readonly sha256: string }>()('office', target),
  'audits.writeCertificate': channel<{ readonly file: string }>()('office', target),
  ...auditReportChannels,
} as const;
