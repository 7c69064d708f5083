import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { StandingStatus } from '../../shared/domain/standing.ts';
import { certificationRecords, memberIdsOf } from '../repositories/facts.ts';
import { judge } from '../rules/judge.ts';
import type { OfficeView } from './office.ts';
import { officePolicy } from './policy.ts';
import { certifiedBy } from './standing.ts';

/** Where the certifications of a few members stand on a date, judged anew; by member number and code. */
export async function statusesOn(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberNos: readonly string[],
  asOf: CalendarDate,
): Promise<ReadonlyMap<string, ReadonlyMap<CertificationCode, StandingStatus>>> {
  const policy = await officePolicy(view);
  const records = await certificationRecords(
    view.reader,
    { ids: await memberIdsOf(view.reader, memberNos) },
    asOf,
  );
  const statuses = new Map<string, Map<CertificationCode, StandingStatus>>();
  for (const { memberNo, code, facts } of records.filter(certifiedBy(asOf))) {
    const own = statuses.get(memberNo) ?? new Map<CertificationCode, StandingStatus>();
    own.set(code, judge(facts, policy, asOf).status);
    statuses.set(memberNo, own);
  }
  return statuses;
}
