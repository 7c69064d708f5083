import { z } from 'zod';
import type { DestructionLog, DestructionReport, DueDocuments, RetentionState } from '../domain/retention.ts';
import { channel } from './define.ts';

// How long documents are kept, and what was destroyed.

const id = z.number().int().min(1);
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };
const reason = z.string().max(500);
const file = z.string().min(1).max(4096);

export const RETENTION_CHANNELS = {
  'retention.state': channel<RetentionState>()('reader', z.undefined()),
  'retention.due': channel<DueDocuments>()('reader', z.object({ held: z.boolean(), ...page })),
  'retention.log': channel<DestructionLog>()('reader', z.object({ destruction: id.nullable(), ...page })),
  'retention.hold': channel<number>()(
    'office',
    z.object({
      on: z.union([z.object({ document: id }), z.object({ memberNo: z.string().min(1).max(40) })]),
      reason,
    }),
  ),
  'retention.lift': channel<number>()('office', z.object({ hold: id, reason })),
  'retention.destroy': channel<DestructionReport>()(
    'job',
    z.object({
      documents: z.array(id).min(1).max(500).nullable(),
      confirmed: z.number().int().min(0),
      approvedBy: z.string().max(200).nullable(),
      note: reason,
    }),
  ),
  'retention.chooseTarget': channel<string | null>()('main', z.object({ name: z.string().min(1).max(120) })),
  'retention.writeLog': channel<{ readonly file: string; readonly rows: number }>()(
    'office',
    z.object({ file }),
  ),
  'retention.printCertificate': channel<{ readonly file: string }>()(
    'office',
    z.object({ destruction: id, file }),
  ),
} as const;
