import type { AuditExclusion } from '../../../shared/domain/audit-draw.ts';
import type { AuditFact, CalendarDate } from '../../../shared/domain/facts.ts';

/**
 * Why a certification cannot be drawn, or null. Nobody is left out but by these rules.
 * @param cycleStart of the cycle that would be audited
 * @param cycleBefore start of the cycle before it, or null for the first
 */
export function auditExclusion(
  audits: readonly AuditFact[],
  deceased: boolean,
  cycleStart: CalendarDate,
  cycleBefore: CalendarDate | null,
): AuditExclusion | null {
  if (deceased) return 'deceased';
  if (audits.some((audit) => audit.cycleStart === cycleStart)) return 'under-audit';
  if (cycleBefore !== null && audits.some((audit) => audit.cycleStart === cycleBefore))
    return 'audited-last-cycle';
  return null;
}
