import type { Attention } from '../../shared/domain/standing.ts';
import { isAuditOpen } from './audit-open.ts';
import type { CertificationCase } from './certification-case.ts';
import type { OpenCycle } from './open-cycle.ts';
import { arePointsOutstanding } from './points-outstanding.ts';
import { isRollBlocked } from './roll-blocked.ts';

const NONE: readonly Attention[] = Object.freeze([]);

/** What puts a certification on a worklist, always in this order. */
export function attentionOf(c: CertificationCase, cycle: OpenCycle): readonly Attention[] {
  const points = arePointsOutstanding(c, cycle);
  const audit = isAuditOpen(c);
  const blocked = isRollBlocked(cycle);
  if (!points && !audit && !blocked) return NONE;
  const attention: Attention[] = [];
  if (points) attention.push('points-outstanding');
  if (audit) attention.push('audit-open');
  if (blocked) attention.push('roll-blocked');
  return attention;
}
