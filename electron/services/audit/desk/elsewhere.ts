import type { CalendarDate, Facts } from '../../../../shared/domain/facts.ts';
import type { StandingChange } from '../../../../shared/domain/points.ts';
import { certificationRecords } from '../../../repositories/facts.ts';
import { decide } from '../../../rules/decision.ts';
import type { OfficeView } from '../../office.ts';
import { changeBetween } from '../../points/standing-change.ts';
import { certifiedBy } from '../../standing.ts';
import { caseGround } from './view.ts';

/**
 * What the findings of a case change for the member's other certifications: an activity that is rejected is taken from every open cycle
 * that it counts for (SC-CCP-1), and one accepted on appeal comes back. Only certifications of which something changes.
 * @param rejecting an activity that is about to be rejected: what that alone would change, once the case is decided; null = what a
 * decision now would change
 * @throws StandingError `audit-unknown`
 */
export async function changesElsewhere(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  audit: number,
  rejecting: number | null,
  today: CalendarDate,
): Promise<readonly StandingChange[]> {
  const { view: shown, record, policy } = await caseGround(view, audit, today);
  const found = new Map<string, 'accepted' | 'rejected'>();
  for (const { activity, finding } of shown.activities)
    if (finding !== null)
      found.set(String(activity), finding.verdict === 'rejected' ? 'rejected' : 'accepted');
  const after = new Map(found);
  if (rejecting !== null) after.set(String(rejecting), 'rejected');
  const before = rejecting === null ? new Map<string, 'accepted' | 'rejected'>() : found;
  const own = record.certificationId;
  const records = await certificationRecords(
    view.reader,
    { first: record.memberId, last: record.memberId },
    today,
  );
  return records
    .filter(certifiedBy(today))
    .filter(({ certificationId }) => certificationId !== own)
    .map(({ facts }) =>
      changeBetween(
        decide(withFindings(facts, before), policy, today),
        decide(withFindings(facts, after), policy, today),
      ),
    )
    .filter(({ changed }) => changed);
}

function withFindings(facts: Facts, findings: ReadonlyMap<string, 'accepted' | 'rejected'>): Facts {
  if (findings.size === 0) return facts;
  return {
    ...facts,
    activities: facts.activities.map((one) => ({ ...one, finding: findings.get(one.id) ?? one.finding })),
  };
}
