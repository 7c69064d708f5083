import { z } from 'zod';
import { POLICY_UNITS } from '../../shared/domain/policy.ts';
import { isCalendarDate } from '../../shared/util/dates.ts';

const calendarDate = z.string().refine(isCalendarDate, 'is no existing date written YYYY-MM-DD');

const entry = z.strictObject({
  /** First day in force. */
  from: calendarDate,
  /** Last day in force; null = until further notice. */
  to: calendarDate.nullable(),
  value: z.union([z.number(), z.string()]),
  reference: z.string().min(1),
  confirmed: z.boolean(),
});

/** A file of dated values under `resources/policy/`. */
export const valuesFile = z.strictObject({
  values: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[A-Za-z0-9-]+)?$/, 'is no name like points-required.RMA'),
      title: z.string().min(1),
      unit: z.enum(POLICY_UNITS),
      entries: z.array(entry).min(1),
    }),
  ),
});

export type ValueInFile = z.infer<typeof valuesFile>['values'][number];

/** `resources/policy/sentences.json`. */
export const sentencesFile = z.strictObject({
  sentences: z.array(
    z.strictObject({
      id: z.string().regex(/^(SC|PB)-[A-Z]+-\d+$/, 'is no id like SC-CCP-3'),
      text: z.string().min(1),
      source: z.string().min(1),
    }),
  ),
});
