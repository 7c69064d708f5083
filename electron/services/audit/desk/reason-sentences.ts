import {
  FINDING_REASON_CITATIONS,
  FINDING_REASONS,
  type FindingReason,
} from '../../../../shared/domain/audit-findings.ts';
import type { QuotedSentence } from '../../../../shared/domain/points.ts';
import type { OfficeView } from '../../office.ts';
import { quoted } from '../../points/preview.ts';
import { officePolicy } from '../../policy.ts';

/** The policy's sentence behind each reason for turning an activity down. */
export async function reasonSentences(
  view: Pick<OfficeView, 'reader' | 'resources'>,
): Promise<Readonly<Record<FindingReason, QuotedSentence>>> {
  const policy = await officePolicy(view);
  const sentences = FINDING_REASONS.map(
    (reason) => [reason, quoted(policy, FINDING_REASON_CITATIONS[reason])] as const,
  );
  // Made of every reason.
  return Object.fromEntries(sentences) as Record<FindingReason, QuotedSentence>;
}
