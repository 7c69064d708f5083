import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { WorklistItem, WorklistName } from '../../../shared/domain/worklists.ts';
import { certificationRecords, fullName, memberIdOf } from '../../repositories/facts.ts';
import { reversalsOfMember } from '../../repositories/lapse-reversals.ts';
import { memberById } from '../../repositories/member-page.ts';
import { marksOf } from '../../repositories/worklist-marks.ts';
import { decide } from '../../rules/decision.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import { feeHistory } from '../../rules/fee-history.ts';
import { headline } from '../member-page/headline.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { worklistRow } from './lists.ts';

/**
 * A row with what it takes to work it: how the member stands and why, and what was done about it before. A row that is settled meanwhile still
 * shows how the member stands. @throws StandingError `member-unknown`
 */
export async function worklistItem(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  asked: { readonly list: WorklistName; readonly item: string; readonly memberNo: string },
  today: CalendarDate,
): Promise<WorklistItem> {
  const { list, item, memberNo } = asked;
  const { reader } = view;
  const memberId = await memberIdOf(reader, memberNo);
  if (memberId === null) throw memberUnknown(memberNo);
  const policy = await officePolicy(view);
  const row = await worklistRow(view, list, item, today);
  const own = row?.memberNo === memberNo ? row : null;
  const records = await certificationRecords(reader, { first: memberId, last: memberId }, today);
  const certification = /^c(\d+):/.exec(item)?.[1];
  const about = records
    .filter(certifiedBy(today))
    .filter(({ certificationId }) => certification === undefined || certificationId === Number(certification))
    .map(({ facts, code }) => {
      const standing = evaluateStanding(facts, policy, today);
      return { code, standing, said: headline(standing, feeHistory(decide(facts, policy, today)), policy) };
    });
  return {
    list,
    row: own,
    memberNo,
    memberName: fullName(await memberById(reader, memberId)),
    standings: about.map(({ standing }) => standing),
    headlines: Object.fromEntries(about.map(({ code, said }) => [code, said])),
    marks: await marksOf(reader, { list, item }),
    reversals: await reversalsOfMember(reader, memberId),
  };
}
