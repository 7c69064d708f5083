import type { CaseTallies } from '../../../../shared/domain/audit-case.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { caseTallies } from '../../../repositories/audit-worklist.ts';
import { assignCases } from '../../../repositories/audit-writes.ts';
import { managers } from '../../managers.ts';
import type { Office, OfficeView } from '../../office.ts';
import { tidy } from './act.ts';

/** How many cases stand where and with whom, and to whom a case can be given. @param actor who asks, where it is known */
export async function tallies(
  view: Pick<OfficeView, 'reader'>,
  today: CalendarDate,
  actor: string | null,
): Promise<CaseTallies> {
  const { everOwners, ...counts } = await caseTallies(view.reader, today);
  const names = [...(actor === null ? [] : [actor]), ...(await managers(view)), ...everOwners];
  return { ...counts, reviewers: [...new Set(names)] };
}

/** Gives cases to a reviewer, or with an empty name to nobody. @returns how many changed hands */
export function assign(
  office: Office,
  order: { readonly audits: readonly number[]; readonly owner: string },
): Promise<{ readonly assigned: number; readonly owner: string }> {
  const owner = tidy(order.owner);
  return office.act(async (write) => {
    const changed = order.audits.length === 0 ? [] : await assignCases(write, order.audits, owner);
    for (const { audit, memberNo, code, before } of changed)
      write.journal({
        action: 'audit.assigned',
        subject: 'member',
        subjectId: memberNo,
        detail: { audit, code, before: { owner: before }, after: { owner } },
      });
    return { assigned: changed.length, owner };
  });
}
