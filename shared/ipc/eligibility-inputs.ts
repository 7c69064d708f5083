import { z } from 'zod';
import { CERTIFICATION_CODES } from '../domain/codes.ts';

/** Answers by the questions' ids; null = not sure. */
export const eligibilityAnswers = z.record(
  z.string().max(60),
  z.union([z.string().max(60), z.number(), z.null()]),
);

const order = {
  code: z.enum(CERTIFICATION_CODES),
  memberNo: z.string().min(1).max(32).nullable(),
  answers: eligibilityAnswers,
};

export const eligibilityInputs = {
  view: z.object(order),
  print: z.object({ ...order, outFile: z.string().min(1).max(4096) }),
  target: z.object({ code: order.code, memberNo: order.memberNo }),
} as const;
