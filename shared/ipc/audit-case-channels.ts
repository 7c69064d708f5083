import { z } from 'zod';
import { CASE_SORTS, type CaseRows, type CaseTallies, type CaseView } from '../domain/audit-case.ts';
import { EVIDENCE_ITEMS, FINDING_REASONS, VERDICTS } from '../domain/audit-findings.ts';
import { CASE_STATES } from '../domain/audit-steps.ts';
import { isCalendarDate } from '../util/dates.ts';
import { auditPreviewChannels } from './audit-preview-channels.ts';
import { reportList } from './audit-report-channels.ts';
import { channel } from './define.ts';
import { pointsInputs } from './points-inputs.ts';

// The desk of the audit: its worklist, and the work on one case.

const audit = z.number().int().min(1);
const activity = z.number().int().min(1);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const said = z.string().max(500);
const name = z.string().max(120);

const state = z.enum(['open', 'overdue', 'second-review', 'all', ...CASE_STATES]);
const filter = z.object({
  state,
  owner: name.nullable(),
  text: z.string().max(200),
  report: reportList.nullable().optional(),
});
const step = z.enum(['notice-sent', 'waiting', 'received', 'in-review', 'more-asked', 'extension']);

export const auditCaseChannels = {
  'audits.worklist': channel<CaseRows>()(
    'reader',
    filter.extend({
      sort: z.object({ by: z.enum(CASE_SORTS), descending: z.boolean() }),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'audits.tallies': channel<CaseTallies>()('reader', z.undefined()),
  'audits.case': channel<CaseView>()('reader', z.object({ audit })),
  'audits.assign': channel<{ readonly assigned: number; readonly owner: string }>()(
    'office',
    z.object({ audits: z.array(audit).min(1).max(500), owner: name }),
  ),
  'audits.step': channel<CaseView>()('office', z.object({ audit, to: step, on: date, note: said })),
  'audits.find': channel<CaseView>()(
    'office',
    z.object({
      audit,
      activity,
      verdict: z.enum(VERDICTS),
      points: z.number().min(0).max(10_000).nullable(),
      reason: z.enum(FINDING_REASONS).nullable(),
      note: said,
    }),
  ),
  'audits.evidence': channel<CaseView>()(
    'office',
    z.object({
      audit,
      activity,
      items: z.array(z.enum(EVIDENCE_ITEMS)).min(1).max(EVIDENCE_ITEMS.length),
      shown: z.boolean(),
    }),
  ),
  'audits.substitute': channel<CaseView>()(
    'office',
    z.object({
      audit,
      replaces: activity,
      draft: pointsInputs.preview.omit({ memberNo: true }),
    }),
  ),
  'audits.decide': channel<CaseView>()(
    'office',
    z.object({
      audit,
      outcome: z.enum(['compliant', 'non-compliant']),
      reason: said,
      citation: z.string().max(40).nullable(),
    }),
  ),
  'audits.second': channel<CaseView>()(
    'office',
    z.object({ audit, by: name.nullable(), agrees: z.boolean(), note: said }),
  ),
  'audits.appeal': channel<CaseView>()(
    'office',
    z.object({ audit, receivedOn: date, grounds: said, approvedBy: name.nullable() }),
  ),
  ...auditPreviewChannels,
} as const;
