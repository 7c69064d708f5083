import { z } from 'zod';

const id = z.number().int().min(1);
const page = z.number().int().min(1).max(10_000);

/** One document and its pages. */
export const documentInput = z.object({ document: id });

/** A step with the pages of a document. */
export const arrangeInput = z.object({
  document: id,
  step: z.discriminatedUnion('does', [
    z.object({ does: z.literal('split'), page }),
    z.object({ does: z.literal('join'), page }),
    z.object({ does: z.literal('move'), page, part: id, place: z.number().int().min(0).max(10_000) }),
    z.object({ does: z.literal('turn'), page, clockwise: z.boolean() }),
    z.object({ does: z.literal('take-out'), page }),
  ]),
});

/** The last step taken back, or done again. */
export const arrangeBackInput = z.object({ document: id, which: z.enum(['undo', 'redo']) });
