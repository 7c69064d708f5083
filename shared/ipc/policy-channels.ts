import { z } from 'zod';
import type { PolicyOutcome, PolicyValueView, ShownDecision } from '../domain/policy-decisions.ts';
import { STANDING_STATUSES } from '../domain/standing.ts';
import { TRIAL_SORTS, type TrialReport, type TrialRows } from '../domain/what-if.ts';
import { isCalendarDate } from '../util/dates.ts';
import { channel } from './define.ts';

const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const name = z.string().min(1).max(80);
const value = z.union([z.number(), date]);
const reason = z.string().max(500);
const approvedBy = z.string().max(80).nullable();
const decision = z.number().int().min(1);
const status = z.enum(STANDING_STATUSES).nullable();

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), name, value, from: date, reason, reference: reason, approvedBy }),
  z.object({ kind: z.literal('confirm'), name, on: date, reason, reference: reason, approvedBy }),
  z.object({ kind: z.literal('withdraw'), decision, reason, approvedBy }),
]);

const trialQuery = z.object({
  /** The job that made the trial. */
  trial: z.string().max(60),
  filter: z.object({ show: z.enum(['moved', 'otherwise']), from: status, to: status }),
  sort: z.object({ by: z.enum(TRIAL_SORTS), descending: z.boolean() }),
});

/** What the window asks about the policy: its history, its changes, and what would follow from one. */
export const policyChannels = {
  'policy.value': channel<PolicyValueView>()('reader', z.object({ name })),
  'policy.trail': channel<readonly ShownDecision[]>()('reader', z.undefined()),
  'policy.decide': channel<PolicyOutcome>()('job', change),

  /** Its rows are asked for under the job's id. A null day is today. */
  'whatIf.run': channel<TrialReport>()(
    'job',
    z.object({
      values: z.array(z.object({ name, value, from: date.optional() })).max(100),
      without: decision.nullable(),
      asOf: date.nullable(),
      against: date.nullable(),
    }),
  ),
  'whatIf.rows': channel<TrialRows>()(
    'office',
    trialQuery.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  ),
  'whatIf.chooseTarget': channel<string | null>()('main', z.undefined()),
  'whatIf.export': channel<{ readonly file: string; readonly rows: number }>()(
    'job',
    trialQuery.extend({ file: z.string().min(1).max(4096) }),
  ),
} as const;
