import { publicId } from '../../../shared/domain/audit-draw.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Work } from '../../jobs/work.ts';
import { type AuditCandidate, lateRolls } from '../../repositories/audit-draws.ts';
import { certificationRecords, memberRanges } from '../../repositories/facts.ts';
import { auditExclusion } from '../../rules/audit/exclusion.ts';
import { movedOnIn } from '../../rules/audit/moved-on.ts';
import { decide } from '../../rules/decision.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';

/** Somebody an audit considers, before anybody is drawn. */
export interface Considered extends Omit<AuditCandidate, 'selected'> {
  readonly memberId: number;
}

/**
 * Everyone whom an audit of a year considers (PB-AUD-1): who moved to the next cycle in the year before, each with why it cannot be
 * drawn where that is so. Judged anew, so that it does not depend on when the last sweep was.
 * @throws StandingError `cancelled`
 */
export async function auditPopulation(
  view: OfficeView,
  year: number,
  asOf: CalendarDate,
  work: Work,
): Promise<readonly Considered[]> {
  const policy = await officePolicy(view);
  const late = await lateRolls(view.reader, year - 1);
  const ranges = await memberRanges(view.reader, MEMBERS_AT_A_TIME);
  const found: Considered[] = [];
  for (const [index, range] of ranges.entries()) {
    for (const record of (await certificationRecords(view.reader, range, asOf)).filter(certifiedBy(asOf))) {
      const { certificationId, memberId, memberNo, code, deceased, facts } = record;
      const moved = movedOnIn(decide(facts, policy, asOf), year - 1, late.get(certificationId));
      if (moved === null) continue;
      const { cycle, cycleBefore, how } = moved;
      found.push({
        certificationId,
        memberId,
        publicId: publicId(memberNo, code),
        cycleStart: cycle.start,
        cycleEnd: cycle.end,
        how,
        excluded: auditExclusion(facts.audits, deceased, cycle.start, cycleBefore),
      });
    }
    work.progress({
      doing: `Finding who moved to a new cycle in ${year - 1}`,
      done: index + 1,
      total: ranges.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return found;
}

/** The public ids that can be drawn. */
export function drawable(
  candidates: readonly Pick<AuditCandidate, 'publicId' | 'excluded'>[],
): readonly string[] {
  return candidates.filter(({ excluded }) => excluded === null).map(({ publicId: id }) => id);
}
