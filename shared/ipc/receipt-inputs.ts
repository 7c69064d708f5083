import { z } from 'zod';
import { RECEIPT_FIELD_IDS } from '../domain/receipt-columns.ts';
import { LINE_OUTCOMES, RECEIPT_SOURCES } from '../domain/receipts.ts';

// What the channels of reconciliation take in.

const source = z.enum(RECEIPT_SOURCES);
const id = z.number().int().min(1);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };
const line = { deposit: id, row: id };
const reading = {
  source,
  file: z.string().min(1).max(4096),
  /** Header as in the file → what it is, null = ignored; columns left out, and all with null, as saved for the source or by name. */
  mapping: z.record(z.string(), z.enum(RECEIPT_FIELD_IDS).nullable()).nullable(),
};

export const receiptInputs = {
  choose: z.object({ source }),
  read: z.object(reading),
  enter: z.object({
    ...reading,
    /** Of the file as it was shown. */
    sha256: z.string().length(64),
    skipRefused: z.boolean(),
  }),
  files: z.object(page),
  file: z.object({ deposit: id }),
  lines: z.object({
    deposit: id,
    /** `open`: still to be worked; `left`: left with a reason; an outcome; null = all. */
    show: z.enum(['open', 'left', ...LINE_OUTCOMES]).nullable(),
    ...page,
  }),
  line: z.object(line),
  withReason: z.object({ ...line, reason: z.string().max(500) }),
} as const;
