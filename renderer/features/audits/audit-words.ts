import { AUDIT_EXCLUSIONS, type AuditDraw, EXCLUSION_WORDS } from '../../../shared/domain/audit-draw.ts';

/** `3 left out: 1 deceased, 2 already audited for this cycle.`; empty where nobody was. */
export function leftOutWords(excluded: AuditDraw['excluded']): string {
  const parts = AUDIT_EXCLUSIONS.flatMap((why) =>
    (excluded[why] ?? 0) === 0 ? [] : [`${excluded[why]} ${EXCLUSION_WORDS[why]}`],
  );
  const total = AUDIT_EXCLUSIONS.reduce((sum, why) => sum + (excluded[why] ?? 0), 0);
  return total === 0 ? '' : `${total.toLocaleString('en-US')} left out: ${parts.join(', ')}.`;
}
