import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { Work } from '../../jobs/work.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import type { Given } from '../../repositories/notice-given.ts';
import { decide } from '../../rules/decision.ts';
import { isTimely, noticesIn } from '../../rules/notices/notice-in.ts';
import { stepDay } from '../../rules/notices/step-day.ts';
import type { OfficeView } from '../office.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { candidates } from './candidates.ts';
import { stepRows } from './step-rows.ts';

/** A certification to which a step's notice is due by the facts of today. */
export interface Claim extends Given {
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  /** From which day on it is due. */
  readonly day: CalendarDate;
  /** Whether a run prepared on the date asked about can still tell it. */
  readonly timely: boolean;
}

/** Whose claims are asked about. */
export interface ClaimsRequest {
  readonly step: NoticeStep;
  /** `YYYY-MM`. */
  readonly month: string;
  /** For a day to come: what is due then if nothing is paid, recorded or attested till then. */
  readonly asOf: CalendarDate;
  readonly policy: PolicyBook;
}

/** Everyone living to whom a step's notice is due in the run of a month, in the order of member and code. */
export async function claimsOf(
  view: Pick<OfficeView, 'reader'>,
  { step, month, asOf, policy }: ClaimsRequest,
  work: Work,
): Promise<readonly Claim[]> {
  const day = stepDay(step, month, policy);
  const ids = await candidates(view.reader, step, month, policy);
  const claims: Claim[] = [];
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    const rows = await stepRows(view.reader, step, month, members);
    for (const record of (await certificationRecords(view.reader, members, asOf)).filter(certifiedBy(asOf))) {
      if (record.deceased) continue;
      const decision = decide(record.facts, policy, asOf);
      const { certificationId, memberId, memberNo, memberName, code } = record;
      const own = rows.get(certificationId) ?? {};
      for (const notice of noticesIn(step.kind, month, decision, day, own)) {
        const { forDate } = notice;
        const timely = isTimely(step.kind, notice, decision);
        claims.push({ certificationId, memberId, memberNo, memberName, code, forDate, day, timely });
      }
    }
    await work.breathe();
  }
  return claims;
}
