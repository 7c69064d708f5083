import { z } from 'zod';
import type { FindingReason } from '../domain/audit-findings.ts';
import type { SubstitutePreview } from '../domain/audit-preview.ts';
import type { QuotedSentence, StandingChange } from '../domain/points.ts';
import { channel } from './define.ts';
import { pointsInputs } from './points-inputs.ts';

// What an act on a case would do, before it is done.

const audit = z.number().int().min(1);

export const auditPreviewChannels = {
  'audits.previewSubstitute': channel<SubstitutePreview>()(
    'reader',
    z.object({ audit, draft: pointsInputs.preview.omit({ memberNo: true }) }),
  ),
  'audits.elsewhere': channel<readonly StandingChange[]>()(
    'reader',
    z.object({ audit, rejecting: z.number().int().min(1).nullable() }),
  ),
  'audits.reasonSentences': channel<Readonly<Record<FindingReason, QuotedSentence>>>()(
    'reader',
    z.undefined(),
  ),
} as const;
