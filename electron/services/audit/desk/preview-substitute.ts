import type { SubstitutePreview } from '../../../../shared/domain/audit-preview.ts';
import type { ActivityFact, CalendarDate } from '../../../../shared/domain/facts.ts';
import type { ActivityDraft } from '../../../../shared/domain/points.ts';
import { auditedCycle } from '../../../rules/audit/audited-cycle.ts';
import { substitutionRefused } from '../../../rules/audit/substitution.ts';
import type { OfficeView } from '../../office.ts';
import { factOf } from '../../points/draft.ts';
import { groundOf, judgeEntry, quoted } from '../../points/preview.ts';
import { caseGround } from './view.ts';

/**
 * What an activity would be granted and show for the audited cycle in the place of another, before it is entered.
 * @throws StandingError `audit-unknown`
 */
export async function previewSubstitute(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  audit: number,
  typed: ActivityDraft,
  today: CalendarDate,
): Promise<SubstitutePreview> {
  const { view: shown, record, policy } = await caseGround(view, audit, today);
  const { preview, draft } = judgeEntry(await groundOf(view, shown.memberNo, today), typed);
  const { problem, granted, steps, doubts } = preview;
  const { computed, required, cycleStart, cycleEnd } = shown;
  const as = (counted: number, refused: SubstitutePreview['refused']): SubstitutePreview => ({
    problem,
    granted,
    steps,
    counted,
    refused,
    doubt: doubts[0]?.text ?? null,
    total: Math.round((computed.counted + counted) * 100) / 100,
    required,
  });
  if (problem !== null) return as(0, null);
  const from = draft.completedOn ?? draft.employedFrom;
  const to = draft.completedOn ?? draft.employedTo;
  const outside =
    from === null ? null : substitutionRefused({ from, to }, { start: cycleStart, end: cycleEnd });
  if (outside !== null) return as(0, { why: outside.why, quoted: quoted(policy, outside.citation) });
  const fact = factOf(draft, granted, NEW, null);
  const facts = { ...record.facts, activities: [...record.facts.activities, fact] };
  const claimed = auditedCycle(facts, cycleStart, policy, today)?.inside.at(-1);
  if (claimed === undefined || claimed.excluded === null) return as(claimed?.counted ?? 0, null);
  return as(0, { why: claimed.excluded.why, quoted: quoted(policy, claimed.excluded.citation) });
}

/** The number that no activity on record has. */
const NEW: ActivityFact['id'] = '0';
