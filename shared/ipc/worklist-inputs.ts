import { z } from 'zod';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import { MARK_KINDS, WORKLIST_SHOWS, WORKLIST_SORTS, WORKLISTS } from '../domain/worklists.ts';
import { isCalendarDate } from '../util/dates.ts';

// What the channels of cycles, worklists and lapses take in.

const id = z.number().int().min(1);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const memberNo = z.string().min(1).max(32);
const code = z.enum(CERTIFICATION_CODES);
const reason = z.string().max(500);
const citation = z.string().max(20);
const approvedBy = z.string().max(80).nullable();
const item = z.string().min(1).max(80);

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('certified-on'), code, date }),
  z.object({ kind: z.literal('recertified-on'), code, date }),
  z.object({ kind: z.literal('completed-on'), activity: id, date }),
  z.object({ kind: z.literal('employed'), activity: id, from: date, to: date.nullable() }),
  z.object({ kind: z.literal('attested'), code, cycleStart: date, date }),
  z.object({ kind: z.literal('audit-compliant'), code, cycleStart: date }),
  z.object({ kind: z.literal('fees-waived'), code, years: z.array(date).min(1).max(40) }),
  z.object({ kind: z.literal('payment-undone'), payment: id }),
]);

const query = z.object({
  list: z.enum(WORKLISTS),
  filter: z.object({
    code: z.array(code).max(CERTIFICATION_CODES.length).optional(),
    state: z.array(z.string().max(3)).max(80).optional(),
    days: z.number().int().min(1).max(40_000).optional(),
    cause: z.array(z.enum(['fees', 'points', 'audit'])).optional(),
    route: z.enum(['ccp', 'exam']).optional(),
    crossing: z.boolean().optional(),
    show: z.enum(WORKLIST_SHOWS).optional(),
  }),
  sort: z.object({ by: z.enum(WORKLIST_SORTS), descending: z.boolean() }),
});

export const worklistInputs = {
  member: z.object({ memberNo }),
  preview: z.object({ memberNo, change }),
  correct: z.object({ memberNo, change, reason }),
  reopen: z.object({ memberNo, code, cycleStart: date, citation, reason, approvedBy }),
  query,
  page: query.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  item: z.object({ list: z.enum(WORKLISTS), item, memberNo }),
  mark: z.object({
    list: z.enum(WORKLISTS),
    item,
    memberNo,
    kind: z.enum(MARK_KINDS),
    until: date.nullable(),
    text: z.string().max(500),
  }),
  choices: z.object({ memberNo, code }),
  reverse: z.object({
    memberNo,
    code,
    changes: z.array(change).max(20),
    citation,
    reason,
    approvedBy,
  }),
} as const;
