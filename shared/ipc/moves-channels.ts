import { z } from 'zod';
import { type AddressExport, MOVE_FIELD_IDS, type MovesPreview, type MovesReport } from '../domain/moves.ts';
import { isCalendarDate } from '../util/dates.ts';
import { channel } from './define.ts';

const path = z.string().min(1).max(4096);
const memberNo = z.string().min(1).max(32);
const runId = z.string().regex(/^\d{4}-\d{2}-[A-Z]{1,2}$/);

const movesRequest = z.object({
  file: path,
  /** Header as in the file → what it is; null = as saved, or by name. */
  mapping: z.record(z.string(), z.enum(MOVE_FIELD_IDS)).nullable(),
  exportedOn: z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD').nullable(),
});

/** The channels of a move-update vendor's files, a part of the contract. */
export const movesChannels = {
  'moves.chooseTarget': channel<string | null>()('main', z.object({ run: runId.nullable() })),
  'moves.chooseFile': channel<string | null>()('main', z.undefined()),
  'moves.export': channel<AddressExport>()('job', z.object({ file: path, run: runId.nullable() })),
  'moves.preview': channel<MovesPreview>()('job', movesRequest),
  'moves.apply': channel<MovesReport>()(
    'job',
    movesRequest.extend({ sha256: z.string().length(64), members: z.array(memberNo).nullable() }),
  ),
} as const;
