import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { StandingStatus } from '../../shared/domain/standing.ts';
import type { Work } from '../jobs/work.ts';
import type { PolicyOverride } from '../policy/override.ts';
import { certificationRecords, memberRanges } from '../repositories/facts.ts';
import { judge } from '../rules/judge.ts';
import type { OfficeView } from './office.ts';
import { officePolicy } from './policy.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from './standing.ts';

/** A certification whose status would change. */
export interface StatusChange {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly from: StandingStatus;
  readonly to: StandingStatus;
}

/**
 * Evaluates everyone under changed policy values, beside the values in force; writes nothing.
 * @throws StandingError `policy-unknown`, `policy-override`, `cancelled`
 */
export async function whatIf(
  view: OfficeView,
  overrides: readonly PolicyOverride[],
  asOf: CalendarDate,
  work: Work,
): Promise<readonly StatusChange[]> {
  const policy = await officePolicy(view);
  const tried = policy.withOverrides(overrides);
  const ranges = await memberRanges(view.reader, MEMBERS_AT_A_TIME);
  const changes: StatusChange[] = [];
  for (const [index, range] of ranges.entries()) {
    for (const { facts, memberNo, code } of (await certificationRecords(view.reader, range, asOf)).filter(
      certifiedBy(asOf),
    )) {
      const from = judge(facts, policy, asOf).status;
      const to = judge(facts, tried, asOf).status;
      if (from !== to) changes.push({ memberNo, code, from, to });
    }
    work.progress({ doing: 'Trying the values', done: index + 1, total: ranges.length, cancellable: true });
    await work.breathe();
  }
  return changes;
}
