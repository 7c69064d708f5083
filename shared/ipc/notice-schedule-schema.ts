import { z } from 'zod';
import { hasCardNumber } from '../domain/card-number.ts';
import { NOTICE_ANCHORS, NOTICE_CHANNELS, STEP_KINDS } from '../domain/notice-schedule.ts';

/** A step as it comes in: its days are its own, or those of a policy value, or (to change that value) both. */
const stepInput = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is no id like second-past-due'),
  kind: z.enum(STEP_KINDS),
  title: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((title) => !hasCardNumber(title), 'must hold no card number'),
  anchor: z.enum(NOTICE_ANCHORS),
  offsetDays: z.number().int().min(-1100).max(1100).optional(),
  offsetPolicy: z.string().max(80).nullish(),
  channel: z.enum(NOTICE_CHANNELS),
  letter: z.string().max(40),
});

/** A notice schedule as data: as shipped, as the window and the command line send it, and as the office saves it. */
export const noticeScheduleSchema = z.strictObject({ steps: z.array(stepInput).min(1).max(40) });

export type StepInput = z.infer<typeof stepInput>;
