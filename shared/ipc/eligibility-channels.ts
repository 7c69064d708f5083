import { z } from 'zod';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import type { EligibilityView } from '../domain/eligibility.ts';
import type { PrintedPaper } from '../domain/reports.ts';
import { channel } from './define.ts';

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

/** The eligibility assistant's channels, a part of the contract. */
export const eligibilityChannels = {
  'eligibility.view': channel<EligibilityView>()('reader', z.object(order)),
  'eligibility.chooseTarget': channel<string | null>()(
    'main',
    z.object({ code: order.code, memberNo: order.memberNo }),
  ),
  'eligibility.print': channel<PrintedPaper>()(
    'office',
    z.object({ ...order, outFile: z.string().min(1).max(4096) }),
  ),
} as const;
