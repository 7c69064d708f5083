import { z } from 'zod';
import { ACTIVITY_CATEGORIES, ACTIVITY_SOURCES, CERTIFICATION_CODES } from '../domain/codes.ts';
import { EVIDENCE } from '../domain/points.ts';
import { isCalendarDate } from '../util/dates.ts';

// What the channels of points, attestations and the feed take in. Points and hours have at most two decimals, which the service says.

const id = z.number().int().min(1);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const memberNo = z.string().min(1).max(32);
const reason = z.string().max(500);
const path = z.string().min(1).max(4096);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

const draft = z.object({
  category: z.enum(ACTIVITY_CATEGORIES),
  title: z.string().max(1000),
  provider: z.string().max(1000),
  completedOn: date.nullable(),
  employedFrom: date.nullable(),
  employedTo: date.nullable(),
  hours: z.number().min(0).max(100_000).nullable(),
  claimed: z.number().min(0).max(10_000).nullable(),
  criteria: z.object({ job: z.boolean(), knowledge: z.boolean(), degree: z.boolean() }),
  source: z.enum(ACTIVITY_SOURCES),
  evidence: z.enum(EVIDENCE),
});

export const pointsInputs = {
  member: z.object({ memberNo }),
  page: z.object(page),
  preview: draft.extend({ memberNo }),
  enter: draft.extend({ memberNo, confirmDoubts: z.boolean() }),
  previewCounter: z.object({
    activity: id,
    /** null = a withdrawal. */
    draft: draft.nullable(),
  }),
  correct: z.object({ activity: id, draft, reason, confirmDoubts: z.boolean() }),
  withdraw: z.object({ activity: id, reason }),

  slip: z.object({ text: z.string().max(200), attestedOn: date }),
  attest: z.object({
    of: z.union([z.object({ code: z.string().max(200) }), z.object({ memberNo })]),
    codes: z.array(z.enum(CERTIFICATION_CODES)).max(10),
    attestedOn: date,
  }),
  attestation: z.object({ attestation: id }),
  undoAttestation: z.object({ attestation: id, reason }),

  feedRows: z.object({ state: z.enum(['waiting', 'recorded', 'dismissed']), ...page }),
  feedFile: z.object({ file: path }),
  feedAssign: z.object({ row: id, memberNo }),
  feedDismiss: z.object({ row: id, reason }),
  feedRow: z.object({ row: id }),
  feedFolder: z.object({ folder: path.nullable() }),
} as const;
