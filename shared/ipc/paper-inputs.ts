import { z } from 'zod';
import { isCalendarDate } from '../util/dates.ts';

// What the channels of papers and books take in.

const id = z.number().int().min(1);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const memberNo = z.string().min(1).max(32);
const path = z.string().min(1).max(4000);
const period = { from: date, to: date };

const receipt = z.object({ kind: z.literal('receipt'), payment: id });
const statement = z.object({ kind: z.literal('statement'), memberNo, ...period });
const slip = z.object({ kind: z.literal('deposit-slip'), deposit: id });
const paper = z.discriminatedUnion('kind', [receipt, statement, slip]);

export const paperInputs = {
  paper,
  member: z.object({ memberNo }),
  print: z.object({ paper, file: path }),
  /** The window leaves `password` null: the shell fills in the one that the keychain has. */
  email: z.object({
    paper: z.discriminatedUnion('kind', [receipt, statement]),
    folder: path.nullable(),
    password: z.string().max(1000).nullable(),
  }),
  statement: z.object({ memberNo, ...period }),
  period: z.object(period),
  nothing: z.undefined(),
  /** A file name to suggest: its end says which kind of file. */
  name: z.object({ name: z.string().min(1).max(120) }),
  file: z.object({ file: path, ...period }),
} as const;
